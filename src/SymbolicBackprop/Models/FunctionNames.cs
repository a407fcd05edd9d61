using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Models;

/// <summary>The functions of mathematics by their names in formulas.</summary>
internal static class FunctionNames
{
    private static readonly Lazy<FrozenDictionary<string, Function>> ByName = new(() => All
        .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal));

    /// <summary>All of them, those that everything else is made of first.</summary>
    // An activation may have the name of the function that it is (arctan); the function comes first.
    public static IEnumerable<Function> All => StandardFunctions.All
        .Concat(Activation.All.Select(activation => activation.Function))
        .Concat(Activation.KnownFunctions)
        .DistinctBy(function => function.Name);

    /// <summary>The function of a name, or null.</summary>
    public static Function? Find(string name) => ByName.Value.GetValueOrDefault(name);
}
