namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>A brace spans too much or too little for its label.</summary>
    public static Slip BraceSpan { get; } = new(
        "brace-span",
        "the brace spans too much or too little for its label");
}
