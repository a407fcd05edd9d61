using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Activations;

/// <summary>
/// An activation function. It is given by its formula alone; its derivative is worked out from that, never stated.
/// </summary>
public sealed class Activation
{
    private readonly Lazy<Expr> derivative;

    /// <summary>Makes an activation from its formula.</summary>
    /// <param name="name">The name in network files and in prose, such as <c>tanh</c>.</param>
    /// <param name="formula">The formula, as an expression in its argument.</param>
    public Activation(string name, Func<Expr, Expr> formula)
    {
        Name = name;
        Graph = new ExprGraph();
        Argument = Graph.Variable("z");
        derivative = new Lazy<Expr>(() => Formula.Derivative(Argument));
        Formula = formula(Argument);
        Function = new Function
        {
            Name = name,
            Latex = Latex,
            Partials = [(x, _) => At(derivative.Value, x[0])],
            Value = x => double.NaN,
            Domain = x => double.IsFinite(x[0]),
            Samples = [[-2], [-0.3], [0.1], [1.7]],
            Definition = x => formula(x[0]),
        };
    }

    /// <summary>The name in network files and in prose.</summary>
    public string Name { get; }

    /// <summary>The name in LaTeX.</summary>
    public string Latex { get; init; } = "";

    /// <summary>The function as expressions use it; proofs look through it to the formula.</summary>
    public Function Function { get; }

    /// <summary>The argument z of <see cref="Formula"/>.</summary>
    public Expr Argument { get; }

    /// <summary>The formula in z, in a small graph of its own.</summary>
    public Expr Formula { get; }

    /// <summary>interim</summary>
    public Expr Derivative => derivative.Value;

    private ExprGraph Graph { get; }

    private Expr At(Expr expression, Expr argument) =>
        expression.Substitute(variable => variable == Argument ? argument : null, argument.Graph);
}
