using System.Collections.Immutable;

namespace SymbolicBackprop.Notations;

/// <content>The catalogue: each profile stands in a file of its own, and here is their list.</content>
public sealed partial class NotationProfile
{
    /// <summary>All profiles, that of the handwritten sheet first.</summary>
    public static ImmutableArray<NotationProfile> All => [Parentheses, Brackets, Nielsen, Bishop, Goodfellow, Ng, Hagan, NetOut, DiveIntoDeepLearning];
}
