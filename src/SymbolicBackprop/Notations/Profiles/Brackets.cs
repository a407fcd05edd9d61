namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>That of the handwritten sheet with layer marks in brackets.</summary>
    public static NotationProfile Brackets { get; } = new("brackets", "z^{[3]}, δ = ∂loss/∂a", Notation.Brackets);
}
