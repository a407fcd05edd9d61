using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>A value after the update step stands where the one before it belongs.</summary>
    public static Slip UpdatedWeight { get; } = new(
        "updated-weight",
        "an updated weight is used; derivatives are taken at the old weights",
        (site, _) => site.Node is Symbol { IsUpdated: true } symbol ? [symbol with { IsUpdated = false }] : []);
}
