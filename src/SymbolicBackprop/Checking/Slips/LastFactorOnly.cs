namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>A product is said to have the value that only its last factor has.</summary>
    public static Slip LastFactorOnly { get; } = new(
        "last-factor-only",
        "only the last factor has this value, not the whole product");
}
