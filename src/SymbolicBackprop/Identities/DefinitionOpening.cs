using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Identities;

/// <summary>
/// Rewrites functions that are given by a formula, tanh or √ for instance, into that formula, variables into what they are
/// defined by, and e^(r·ln x + …) into x^r·e^…, which is all that a proof has to know of logarithms. The rewritten expressions
/// stand in a graph of their own; the one that is looked at does not grow.
/// </summary>
internal static class DefinitionOpening
{
    // Each round opens one layer of definitions: mish is z·tanh(softplus z), and tanh is made of exponentials.
    private const int MostRounds = 64;

    /// <summary>Opens all definitions of functions. Expressions with nothing to open are returned as they are.</summary>
    /// <exception cref="InvalidOperationException">A function is defined through itself.</exception>
    public static Expr[] Open(ReadOnlySpan<Expr> roots)
    {
        var opened = roots.ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            var nodes = NodeSet.Below(opened);
            if (!AnyToOpen(opened[0].Graph, nodes))
            {
                return opened;
            }

            opened = Rebuild(opened, nodes);
        }

        throw new InvalidOperationException($"Functions are defined through one another more than {MostRounds} deep.");
    }

    private static bool AnyToOpen(ExprGraph graph, NodeSet nodes)
    {
        foreach (var id in nodes.Ids)
        {
            if (graph.KindOf(id) == ExprKind.Function
                && (graph.FunctionOf(id).Definition is not null
                    || (graph.FunctionOf(id) == StandardFunctions.Exp && HasLogarithm(new Expr(graph, id).Child(0)))))
            {
                return true;
            }
        }

        return false;
    }

    private static Expr[] Rebuild(Expr[] roots, NodeSet nodes)
    {
        var source = roots[0].Graph;
        var target = new ExprGraph(Math.Max(16, nodes.Count));
        var images = new Expr[nodes.Count];
        for (var i = 0; i < images.Length; i++)
        {
            var node = new Expr(source, nodes.Ids[i]);
            var children = new Expr[node.ChildCount];
            for (var k = 0; k < children.Length; k++)
            {
                children[k] = images[nodes.IndexOf(node.Child(k).Id)];
            }

            images[i] = node.Kind switch
            {
                ExprKind.Number => target.Number(node.Number),
                ExprKind.Variable => children.Length == 1 ? children[0] : target.Variable(node.Name),
                ExprKind.Sum => target.Sum(children),
                ExprKind.Product => target.Product(children),
                ExprKind.Power => target.Power(children[0], node.Exponent),
                ExprKind.Function => Opened(node.Function, children, target),
                _ => throw new InvalidOperationException($"Unknown kind {node.Kind}."),
            };
        }

        return Array.ConvertAll(roots, root => images[nodes.IndexOf(root.Id)]);
    }

    private static Expr Opened(Function function, Expr[] arguments, ExprGraph target)
    {
        if (function.Definition is not null)
        {
            return function.Definition(arguments);
        }

        return function == StandardFunctions.Exp && HasLogarithm(arguments[0])
            ? WithoutLogarithms(arguments[0])
            : target.Apply(function, arguments);
    }

    private static bool HasLogarithm(Expr exponent)
    {
        if (exponent.Kind != ExprKind.Sum)
        {
            return LogarithmIn(exponent) is not null;
        }

        for (var k = 0; k < exponent.ChildCount; k++)
        {
            if (LogarithmIn(exponent.Child(k)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static Expr WithoutLogarithms(Expr exponent)
    {
        var factors = new List<Expr>();
        var rest = new List<Expr>();
        foreach (var term in exponent.Kind == ExprKind.Sum ? exponent.Children() : [exponent])
        {
            if (LogarithmIn(term) is var (argument, coefficient))
            {
                factors.Add(argument.Pow(coefficient));
            }
            else
            {
                rest.Add(term);
            }
        }

        factors.Add(StandardFunctions.Exp.Of(exponent.Graph.Sum([.. rest])));
        return exponent.Graph.Product([.. factors]);
    }

    // The x and r of a term r·ln x with a number r.
    private static (Expr Argument, Rational Coefficient)? LogarithmIn(Expr term)
    {
        var (logarithm, coefficient) = term.Kind == ExprKind.Product && term.ChildCount == 2 && term.Child(0).Kind == ExprKind.Number
            ? (term.Child(1), term.Child(0).Number)
            : (term, Rational.One);
        return logarithm.Kind == ExprKind.Function && logarithm.Function == StandardFunctions.Ln ? (logarithm.Child(0), coefficient) : null;
    }
}
