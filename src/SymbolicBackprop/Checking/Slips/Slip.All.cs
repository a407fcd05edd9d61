using System.Collections.Immutable;

namespace SymbolicBackprop.Checking;

/// <content>The list of slips; each stands in a file of its own.</content>
public sealed partial class Slip
{
    /// <summary>All of them. Where several would explain a mistake, the first is named: the more special ones come first.</summary>
    public static ImmutableArray<Slip> All =>
    [
        UpdatedWeight, LastFactorOnly, EqualsForTimes, OtherDelta, BraceSpan, ActivationTwice, ActivationMissing, FunctionForDerivative,
        DerivativeForFunction, WrongFunction, IndexTransposed, WrongSign, FactorTwo, IndexShifted, PlusForTimes, TimesForPlus,
        DerivativeDoubled, DerivativeMissing, WeightMissing, ErrorMissing, InputMissing, TermMissing, TooMany, WrongExponent, PathMissing,
    ];
}
