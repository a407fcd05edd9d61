using System.Collections.Immutable;

namespace SymbolicBackprop.Checking;

/// <content>The list of slips; each stands in a file of its own.</content>
public sealed partial class Slip
{
    /// <summary>All of them. Of several that explain a mistake equally well the first is named: the more special ones come first.</summary>
    public static ImmutableArray<Slip> All =>
    [
        UpdatedWeight, EqualsForTimes, DerivativeDoubled, ActivationTwice, ActivationMissing, FunctionForDerivative, DerivativeForFunction,
        WrongFunction, IndexTransposed, WrongSign, FactorTwo, DerivativeMissing, OtherDelta, IndexShifted, PlusForTimes, TimesForPlus,
        WeightMissing, ErrorMissing, InputMissing, BraceSpan, PathMissing, TermMissing, LastFactorOnly, WrongExponent, TooMany,
    ];
}
