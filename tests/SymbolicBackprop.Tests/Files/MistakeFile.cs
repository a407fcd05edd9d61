using SymbolicBackprop.Activations;
using SymbolicBackprop.Tests.Specs;

namespace SymbolicBackprop.Tests.Files;

/// <summary>
/// Files of mistakes and what is said about them, with the names of all activations for <c>{activations}</c>, and for
/// <c>{layer-activations}</c> with those of whole layers too.
/// </summary>
internal static class MistakeFile
{
    public static IEnumerable<TheoryDataRow<string, string>> Read(string name)
    {
        var names = Activation.All.Select(activation => activation.Name).ToList();
        var activations = Listed(names);
        var ofLayers = Listed(names.Concat(VectorActivation.All.Select(activation => activation.Name)));
        return SpecFile.Read($"tests/SymbolicBackprop.Tests/Files/{name}").Select(row =>
            new TheoryDataRow<string, string>(row.Data.Item1, row.Data.Item2.Replace("{activations}", activations, StringComparison.Ordinal).Replace("{layer-activations}", ofLayers, StringComparison.Ordinal)) { TestDisplayName = row.TestDisplayName });
    }
    private static string Listed(IEnumerable<string> names)
    {
        var ordered = names.Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", ordered[..^1]) + " and " + ordered[^1];
    }
}
