using SymbolicBackprop.Activations;
using SymbolicBackprop.Tests.Specs;

namespace SymbolicBackprop.Tests.Files;

/// <summary>Files of mistakes and what is said about them, with the names of all activations for <c>{activations}</c>.</summary>
internal static class MistakeFile
{
    public static IEnumerable<TheoryDataRow<string, string>> Read(string name)
    {
        var names = Activation.All.Select(activation => activation.Name).Order(StringComparer.Ordinal).ToArray();
        var list = string.Join(", ", names[..^1]) + " and " + names[^1];
        return SpecFile.Read($"tests/SymbolicBackprop.Tests/Files/{name}").Select(row =>
            new TheoryDataRow<string, string>(row.Data.Item1, row.Data.Item2.Replace("{activations}", list, StringComparison.Ordinal)) { TestDisplayName = row.TestDisplayName });
    }
}
