using SymbolicBackprop.Expressions;
using SymbolicBackprop.Identities.ClosedForms;

namespace SymbolicBackprop.Activations;

/// <summary>A part of the real line on which an activation has one formula.</summary>
public sealed class ActivationPiece
{
    private readonly NodeSet nodes;
    private readonly Lazy<ClosedForm> derivative;
    private readonly Lazy<ClosedForm> secondDerivative;

    internal ActivationPiece(Expr argument, Expr formula, Piece? from, Piece? to)
    {
        (Argument, Formula, From, To) = (argument, formula, from, to);
        nodes = NodeSet.Below([formula]);
        derivative = new Lazy<ClosedForm>(() => ClosedFormSearch.Of(Formula, Argument, Activation.KnownFunctions));
        secondDerivative = new Lazy<ClosedForm>(() => ClosedFormSearch.Of(Formula, Argument, Activation.KnownFunctions, order: 2));
    }

    /// <summary>The argument z of <see cref="Formula"/>.</summary>
    public Expr Argument { get; }

    /// <summary>The formula on this part.</summary>
    public Expr Formula { get; }

    /// <summary>Where the part starts, or null where it reaches down without end.</summary>
    public Rational? Start => From?.Start;

    /// <summary>Whether <see cref="Start"/> belongs to the part.</summary>
    public bool IncludesStart => From?.IncludesStart ?? false;

    /// <summary>Where the part ends, or null where it reaches up without end.</summary>
    public Rational? End => To?.Start;

    /// <summary>Whether <see cref="End"/> belongs to the part.</summary>
    public bool IncludesEnd => To is not null && !To.IncludesStart;

    /// <summary>The derivative on this part; found when it is first asked for.</summary>
    public ClosedForm Derivative => derivative.Value;

    /// <summary>The second derivative on this part, in the function itself and the first one too; found when it is first asked for.</summary>
    internal ClosedForm SecondDerivative => secondDerivative.Value;

    private Piece? From { get; }

    private Piece? To { get; }

    /// <summary>The formula's value, and whether all functions in it are inside their domains.</summary>
    internal (double Value, bool InDomain) At(ReadOnlySpan<double> point, IReadOnlyList<Expr> variables)
    {
        var coordinates = point.ToArray();
        var graph = Formula.Graph;
        var values = Evaluation.ValuesOf(graph, nodes, variable => coordinates[IndexOf(variable)]);
        var inside = double.IsFinite(values[^1]);
        Span<double> arguments = stackalloc double[8];
        for (var i = 0; i < values.Length && inside; i++)
        {
            var children = graph.ChildrenOf(nodes.Ids[i]);
            if (graph.KindOf(nodes.Ids[i]) == ExprKind.Function)
            {
                for (var k = 0; k < children.Length; k++)
                {
                    arguments[k] = values[nodes.IndexOf(children[k])];
                }

                inside = graph.FunctionOf(nodes.Ids[i]).Domain(arguments[..children.Length]);
            }
        }

        return (values[^1], inside);

        int IndexOf(Expr variable)
        {
            var index = 0;
            while (variables[index] != variable)
            {
                index++;
            }

            return index;
        }
    }
}
