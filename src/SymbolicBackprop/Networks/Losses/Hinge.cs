using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

public sealed partial class Loss
{
    /// <summary>1 − yŷ where the margin yŷ is below 1, otherwise 0, added over the outputs; the targets are −1 and 1.</summary>
    public static Loss Hinge { get; } = new("hinge", outputs => outputs.Sum((y, p) => new Cases(
    [
        new Branch(1 - (y * p), new Condition(y * p) { High = (Formula)1 }),
        new Branch(Literal.Zero, null),
    ])));
}
