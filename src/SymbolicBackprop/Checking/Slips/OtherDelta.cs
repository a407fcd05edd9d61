namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>δ is meant as in the convention that the rest of the document does not follow.</summary>
    public static Slip OtherDelta { get; } = new(
        "other-delta",
        "this is δ of the other convention");
}
