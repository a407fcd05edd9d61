using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>An activation function at an argument, and what may have been taken for it.</summary>
internal sealed class AppliedActivation
{
    private readonly Lazy<Formula> writtenValue;
    private readonly Lazy<Formula> writtenDerivative;

    private AppliedActivation(FunctionSymbol name, Activation activation, Symbol argument, Model model)
    {
        (Argument, Value, Derivative) = (argument, Applied(name, 0), Applied(name, 1));
        var others = model.Functions.Keys.Concat(Activation.Known.Select(known => new FunctionSymbol(known.Name, null)));
        OtherValues = [.. others.Select(other => Applied(other, 0))];
        OtherDerivatives = [.. others.Select(other => Applied(other, 1))];
        writtenValue = new(() => WrittenOut.Value(activation, argument));
        writtenDerivative = new(() => WrittenOut.Derivative(activation, argument));

        Call Applied(FunctionSymbol function, int primes) => new(function, primes, [argument]);
    }

    /// <summary>The argument z.</summary>
    public Symbol Argument { get; }

    /// <summary>f(z).</summary>
    public Formula Value { get; }

    /// <summary>f′(z).</summary>
    public Formula Derivative { get; }

    /// <summary>f(z) by the formula of f.</summary>
    public Formula WrittenValue => writtenValue.Value;

    /// <summary>f′(z) in its short form, written out.</summary>
    public Formula WrittenDerivative => writtenDerivative.Value;

    /// <summary>The values of other activation functions at the same argument: those of the network, and the usual ones.</summary>
    public IReadOnlyList<Formula> OtherValues { get; }

    /// <summary>The derivatives of other activation functions.</summary>
    public IReadOnlyList<Formula> OtherDerivatives { get; }

    /// <summary>The functions that belong to an argument: that of its layer, or all of the network.</summary>
    public static IEnumerable<AppliedActivation> To(Symbol argument, Model model) => model.Functions
        .Where(function => (argument.Layer is null || function.Key.Layer == argument.Layer) && !function.Value.IsPiecewise)
        .DistinctBy(function => function.Value)
        .Select(function => new AppliedActivation(function.Key, function.Value, argument, model));
}
