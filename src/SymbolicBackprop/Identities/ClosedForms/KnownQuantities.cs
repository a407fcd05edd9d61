using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// What the derivative of a formula may be expressed through besides the function and its argument: functions that stand in the
/// formula or its plain derivative, known functions made of the same exponentials, and constants.
/// </summary>
internal sealed class KnownQuantities
{
    private readonly Expr argument;
    private readonly Expr formula;
    private readonly Expr derivative;
    private readonly HashSet<Expr> dependent = [];
    private readonly Lazy<Expr[]> functions;
    private readonly Lazy<Expr[]> exponentials;

    /// <summary>Collects.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="derivative">Its plain derivative.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="known">Functions of one argument that a reader knows.</param>
    public KnownQuantities(Expr formula, Expr derivative, Expr argument, IEnumerable<Function> known)
    {
        (this.formula, this.derivative, this.argument) = (formula, derivative, argument);
        foreach (var node in NodesBelow(formula, derivative))
        {
            if (node == argument || node.Children().Any(dependent.Contains))
            {
                dependent.Add(node);
            }
        }

        Parameters = FindParameters();
        functions = new Lazy<Expr[]>(() => [.. InnerFunctions(wantExponentials: false).Concat(Fitting(known)).Distinct()]);
        exponentials = new Lazy<Expr[]>(() => [.. InnerFunctions(wantExponentials: true)]);
    }

    /// <summary>Names and constants that do not depend on the argument.</summary>
    public IReadOnlyList<Expr> Parameters { get; }

    /// <summary>Functions of the argument, other than exponentials.</summary>
    public IReadOnlyList<Expr> Functions => functions.Value;

    /// <summary>Exponentials in the argument.</summary>
    public IReadOnlyList<Expr> Exponentials => exponentials.Value;

    /// <summary>Derivatives of the arguments of the above, where these are not constant.</summary>
    public IReadOnlyList<Expr> InnerDerivatives => [.. Functions.Concat(Exponentials).Select(InnerDerivative).OfType<Expr>().Distinct()];

    private static IEnumerable<Expr> NodesBelow(params Expr[] roots) => NodeSet.Below(roots).Nodes;

    private static bool IsExponential(Expr node) => node.Kind == ExprKind.Function && node.Function == StandardFunctions.Exp;

    private IReadOnlyList<Expr> FindParameters()
    {
        // Constants are looked for where they meet the argument, and taken apart into their factors and terms.
        var found = new SortedSet<int>();
        var pending = new Stack<Expr>(dependent.SelectMany(node => node.Children()).Where(child => !dependent.Contains(child)));
        while (pending.TryPop(out var node))
        {
            switch (node.Kind)
            {
                case ExprKind.Number:
                    break;
                case ExprKind.Sum or ExprKind.Product:
                case ExprKind.Power when node.Exponent.IsInteger:
                    foreach (var child in node.Children())
                    {
                        pending.Push(child);
                    }

                    break;
                default:
                    found.Add(node.Id);
                    break;
            }
        }

        return [.. found.Select(id => new Expr(formula.Graph, id))];
    }

    private IEnumerable<Expr> InnerFunctions(bool wantExponentials) => NodesBelow(formula, derivative)
        .Where(node => node.Kind == ExprKind.Function && node != formula && dependent.Contains(node) && IsExponential(node) == wantExponentials);

    // Known functions at z and at the exponents that occur, if they are made of exponentials and opaque functions that occur too.
    private IEnumerable<Expr> Fitting(IEnumerable<Function> known)
    {
        var opened = DefinitionOpening.Open([formula, derivative]);
        var graph = new ExprGraph();
        opened = [.. opened.Select(root => root.Substitute(_ => null, graph))];
        var present = NodesBelow(opened).Where(node => node.Kind == ExprKind.Function && DependsOnArgument(node)).ToHashSet();
        var arguments = new List<Expr> { graph.Variable(argument.Name) };
        arguments.AddRange(present.Where(IsExponential).Select(node => Positive(node.Child(0))).Where(IsPolynomial));
        foreach (var function in known)
        {
            foreach (var x in arguments.Distinct())
            {
                // Opening makes a graph of its own, so that it is brought back for comparison.
                var body = DefinitionOpening.Open([graph.Apply(function, x)])[0].Substitute(_ => null, graph);
                if (NodesBelow(body).Where(node => node.Kind == ExprKind.Function && DependsOnArgument(node)).All(IsPresent))
                {
                    yield return formula.Graph.Apply(function, x.Substitute(_ => null, formula.Graph));
                }
            }
        }

        bool IsPresent(Expr node) => present.Contains(node)
            || (IsExponential(node) && present.Contains(StandardFunctions.Exp.Of(-node.Child(0))));

        bool DependsOnArgument(Expr node) => NodesBelow(node).Any(below => below.Kind == ExprKind.Variable && below.Name == argument.Name);

        static bool IsPolynomial(Expr node) => NodesBelow(node).All(below => below.Kind != ExprKind.Function);

        static Expr Positive(Expr node) =>
            node.Kind == ExprKind.Product && node.Child(0).Kind == ExprKind.Number && node.Child(0).Number.Sign < 0 ? -node : node;
    }

    private Expr? InnerDerivative(Expr application)
    {
        if (application.ChildCount != 1)
        {
            return null;
        }

        var inner = application.Child(0).Derivative(argument);
        return NodesBelow(inner).Any(node => node == argument) && inner != argument && NodesBelow(inner).All(node => node.Kind != ExprKind.Function || !dependent.Contains(node))
            ? inner
            : null;
    }
}
