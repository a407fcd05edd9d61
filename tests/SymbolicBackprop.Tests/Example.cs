using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Tests;

/// <summary>The network files of the examples folder: drop one in, and every test over examples takes it.</summary>
internal static class Example
{
    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml")
        .Select(path => System.IO.Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Those with a network.</summary>
    public static TheoryData<string> Networks => [.. All.Select(row => row.Data).Where(name => Read(name).Network is not null)];

    public static SheetFile Read(string name) => SheetFile.Parse(File.ReadAllText(Repository.PathOf($"examples/{name}.yaml")), $"{name}.yaml");

    /// <summary>All weights and biases of a model; of one that equations give, all given quantities.</summary>
    public static IEnumerable<Variable> Parameters(Model model) => model.Variables.Where(variable => model.HasLayers
        ? variable.Symbol.Role is Role.Weight or Role.Bias
        : variable.Node.Definition is null);
}
