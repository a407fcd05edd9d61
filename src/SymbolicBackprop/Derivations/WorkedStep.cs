using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Derivations;

/// <summary>A step with numbers: a quantity in symbols, then with numbers put in, then its value.</summary>
/// <param name="Symbolic">The part of it that holds whatever the numbers are.</param>
/// <param name="Statement">All of it.</param>
internal sealed record WorkedStep(Statement Symbolic, Statement Statement)
{
    /// <summary>What given quantities have to fulfil for it to hold, and do, or null for nothing.</summary>
    public Statement? Given { get; init; }

    /// <summary>Whether the numbers as they are printed give another last digit than the value, which was computed from unrounded ones.</summary>
    public bool DoesNotAddUp { get; init; }

    /// <summary>Whether the value is known to as many digits as were asked for.</summary>
    public bool IsCertain { get; init; } = true;
}
