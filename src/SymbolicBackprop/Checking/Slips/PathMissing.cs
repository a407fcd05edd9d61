namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>The contribution of a path is missing.</summary>
    public static Slip PathMissing { get; } = new(
        "path-missing",
        "a path is missing");
}
