namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>An equals sign stands where the product goes on.</summary>
    public static Slip EqualsForTimes { get; } = new(
        "equals-for-times",
        "'=' stands where the product goes on");
}
