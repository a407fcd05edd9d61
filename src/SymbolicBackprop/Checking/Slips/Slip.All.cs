using System.Collections.Immutable;

namespace SymbolicBackprop.Checking;

/// <content>The list of slips; each stands in a file of its own.</content>
public sealed partial class Slip
{
    /// <summary>Those that are made with whole layers.</summary>
    internal static ImmutableArray<Slip> OfLayers => [TransposeExtra, TransposeMissing, FactorsSwapped, EntrywiseForProduct, ProductForEntrywise, WrongSign];

    /// <summary>All of them. Of several that explain a mistake equally well the first is named: the more special ones come first.</summary>
    public static ImmutableArray<Slip> All =>
    [
        TransposeExtra, TransposeMissing, FactorsSwapped, EntrywiseForProduct, ProductForEntrywise,
        UpdatedWeight, EqualsForTimes, DerivativeDoubled, ActivationTwice, ActivationMissing, FunctionForDerivative, DerivativeForFunction,
        WrongFunction, IndexTransposed, WrongSign, FactorTwo, DerivativeMissing, OtherDelta, IndexShifted, PlusForTimes, TimesForPlus,
        WeightMissing, ErrorMissing, InputMissing, BraceSpan, PathMissing, TermMissing, LastFactorOnly, WrongExponent, TooMany,
    ];
}
