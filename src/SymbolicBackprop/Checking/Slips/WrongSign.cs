using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>A sign is wrong.</summary>
    public static Slip WrongSign { get; } = new(
        "sign",
        "a sign is wrong",
        (site, _) => site switch
        {
            { Node: Negative negative } => [negative.Body],
            { IsNegated: true } => [],
            { Kind: SiteKind.Term or SiteKind.Divisor or SiteKind.Inner, Node: not (Literal { Value.IsZero: true } or Unknown) } => [new Negative(site.Node)],
            _ => [],
        });
}
