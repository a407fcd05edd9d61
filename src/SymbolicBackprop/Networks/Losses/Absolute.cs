using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

public sealed partial class Loss
{
    /// <summary>The size of the error, |y − ŷ|, added over the outputs.</summary>
    public static Loss Absolute { get; } = new("absolute", outputs => outputs.Sum((y, p) => Call.Of("abs", y - p))) { Aliases = ["l1"] };
}
