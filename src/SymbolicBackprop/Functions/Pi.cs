using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The number π: a function of nothing.</summary>
    public static Function Pi { get; } = new()
    {
        Name = "pi",
        Latex = @"\pi",
        Partials = [],
        Value = _ => Math.PI,
        Domain = _ => true,
        Samples = [[]],
    };
}
