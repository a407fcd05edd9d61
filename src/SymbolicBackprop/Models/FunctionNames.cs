using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Models;

/// <summary>The functions of mathematics by their names in formulas.</summary>
internal static class FunctionNames
{
    // An activation makes its function when it is asked for: to look one up must not make all the others.
    private static readonly Lazy<FrozenDictionary<string, Func<Function>>> ByName = new(() => Named
        .ToFrozenDictionary(named => named.Name, named => named.Function, StringComparer.Ordinal));

    /// <summary>All of them, those that everything else is made of first.</summary>
    public static IEnumerable<Function> All => Named.Select(named => named.Function());

    // An activation may have the name of the function that it is (arctan); the function comes first.
    private static IEnumerable<(string Name, Func<Function> Function)> Named => StandardFunctions.All
        .Select(function => (function.Name, (Func<Function>)(() => function)))
        .Concat(Activation.All.Concat(Activation.Known).Select(activation => (activation.Name, (Func<Function>)(() => activation.Function))))
        .DistinctBy(named => named.Item1);

    /// <summary>The function of a name, or null.</summary>
    public static Function? Find(string name) => ByName.Value.GetValueOrDefault(name)?.Invoke();
}
