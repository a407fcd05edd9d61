using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>A power is wrong, too many or missing.</summary>
    public static Slip WrongExponent { get; } = new(
        "exponent",
        "the exponent is wrong",
        (site, _) => site switch
        {
            { Node: Power { Exponent: Literal { Value: var exponent } } power } =>
                [power.Base, .. new[] { exponent - 1, exponent + 1 }.Where(value => value.Sign > 0 && !value.IsOne).Select(value => power with { Exponent = new Literal(value) })],
            { Kind: not SiteKind.Name, Node: Sum or Call or Symbol or Fraction } => [new Power(site.Node, new Literal(2))],
            _ => [],
        });
}
