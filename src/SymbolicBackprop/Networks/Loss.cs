using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

/// <summary>A loss function: what it is for one output.</summary>
public sealed class Loss
{
    private Loss(string name, Func<Expr, Expr, Expr> term, Func<Formula, Formula, Formula> written)
    {
        Name = name;
        Term = term;
        Written = written;
    }

    /// <summary>The square of the error, (y − ŷ)².</summary>
    public static Loss Squared { get; } = new(
        "squared",
        (target, prediction) => (target - prediction).Pow(2),
        (target, prediction) => new Power(Formula.SumOf(target, -prediction), new Literal(2)));

    /// <summary>All losses.</summary>
    public static IReadOnlyList<Loss> All => [Squared];

    /// <summary>The name in network files.</summary>
    public string Name { get; }

    /// <summary>The loss of one output, from target and prediction; the losses of several outputs are added.</summary>
    internal Func<Expr, Expr, Expr> Term { get; }

    /// <summary>The same as it is to be read.</summary>
    internal Func<Formula, Formula, Formula> Written { get; }
}
