using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>A question of a sheet: what is the derivative by a quantity, of the loss as a rule?</summary>
/// <param name="Target">The quantity: a weight, a bias, a weighted sum, an activation or an input.</param>
/// <param name="Notation">How the question and its answer are written.</param>
public sealed record Question(Symbol Target, Notation Notation)
{
    /// <summary>What is differentiated.</summary>
    public Symbol Of { get; init; } = Symbol.Loss;

    /// <summary>What the derivative is differentiated by once more, or null where the first derivative is asked for.</summary>
    public Symbol? Again { get; init; }

    /// <summary>
    /// Whether the derivative is differentiated once more in the direction of a vector v with a component for each parameter: of all
    /// parameters together this is the Hessian times v.
    /// </summary>
    public bool AlongDirection { get; init; }

    /// <summary>What is asked for.</summary>
    public Formula Derivative => new Derivative(Of, Target) is var first && AlongDirection ? new Directional(first)
        : Again is null ? first
        : new Derivative(first, Again);

    /// <summary>Whether it asks for a first derivative of the loss.</summary>
    public bool IsOfGradient => Of.Role == Role.Loss && Again is null && !AlongDirection;

    /// <summary>How much of the derivation is told.</summary>
    public Detail Detail { get; init; } = Detail.Steps;
}
