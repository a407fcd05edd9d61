using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Exporting;

/// <summary>
/// Rewrites functions that a system does not have into those that it has. Definitions of variables and shared parts are kept. The
/// result stands in a graph of its own; the one that is looked at does not grow.
/// </summary>
/// <param name="has">Whether the system has a function.</param>
/// <param name="activations">Activations that functions of the expressions may come from; those of the catalogue are known.</param>
internal sealed class OpenedFunctions(Func<Function, bool> has, IEnumerable<Activation> activations)
{
    // Each round opens one layer: mish is z·tanh(softplus z), and tanh is made of exponentials.
    private const int MostRounds = 64;

    private readonly List<Activation> known = [.. activations];

    /// <summary>Rewrites expressions of one graph.</summary>
    public Expr[] Of(Expr[] roots)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var nodes = NodeSet.Below(roots);
            if (!nodes.Nodes.Any(node => node.Kind == ExprKind.Function && Opens(node.Function)))
            {
                return roots;
            }

            roots = Rebuilt(roots, nodes);
        }

        throw new InvalidOperationException($"Functions are defined through one another more than {MostRounds} deep.");
    }

    private bool Opens(Function function) => !has(function) && (function.Definition is not null || Choice.Gives(function));

    private Expr[] Rebuilt(Expr[] roots, NodeSet nodes)
    {
        var target = new ExprGraph(Math.Max(16, nodes.Count));
        var images = new Expr[nodes.Count];
        for (var i = 0; i < images.Length; i++)
        {
            var node = new Expr(roots[0].Graph, nodes.Ids[i]);
            Expr[] children = [.. node.Children().Select(child => images[nodes.IndexOf(child.Id)])];
            images[i] = node.Kind switch
            {
                ExprKind.Number => target.Number(node.Number),
                ExprKind.Variable => children is [var definition] ? target.Define(node.Name, definition) : target.Variable(node.Name),
                ExprKind.Sum => target.Sum(children),
                // An adjoint stays shared in what it is multiplied with.
                ExprKind.Product => children is [var left, var right] ? target.SharedProduct(left, right) : target.Product(children),
                ExprKind.Power => target.Power(children[0], node.Exponent),
                ExprKind.Function => Opened(node.Function, children, target),
                _ => throw new InvalidOperationException($"Unknown kind {node.Kind}."),
            };
        }

        return Array.ConvertAll(roots, root => images[nodes.IndexOf(root.Id)]);
    }

    private Expr Opened(Function function, Expr[] arguments, ExprGraph target) =>
        has(function) ? target.Apply(function, arguments)
        : Choice.Gives(function) ? Choice.Of(function, arguments)
        : ActivationOf(function) is { IsPiecewise: true } activation ? Choice.Of(activation, arguments)
        : function.Definition is { } definition ? definition(arguments)
        : target.Apply(function, arguments);

    private Activation? ActivationOf(Function function) =>
        known.Find(activation => activation.Function == function)
        ?? (Activation.Find(function.Name) is { } named && named.Function == function ? named : null);
}
