namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>The notation of the handwritten sheet.</summary>
    public static NotationProfile Parentheses { get; } = new("parentheses", "z^{(3)}, δ = ∂loss/∂a; the default", Notation.Parentheses);
}
