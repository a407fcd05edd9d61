using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

/// <summary>One of two values, by the sign of a third: what pieces of functions come to in other systems.</summary>
internal static class Choice
{
    /// <summary>The second where the first is above 0, and the third elsewhere.</summary>
    public static Function Where { get; } = new()
    {
        Name = "where",
        Latex = @"\operatorname{where}",
        Partials = [(x, _) => x[0].Graph.Zero, (x, _) => StandardFunctions.Step.Of(x[0]), (x, _) => 1 - StandardFunctions.Step.Of(x[0])],
        Value = x => x[0] > 0 ? x[1] : x[2],
        Domain = x => x[0] != 0,
        Samples = [[1, 2, 3], [-1, 2, 3]],
    };

    /// <summary>Whether a standard function is a choice.</summary>
    public static bool Gives(Function function) => function == StandardFunctions.Step || function == StandardFunctions.Max;

    /// <summary>Such a function as a choice.</summary>
    public static Expr Of(Function function, Expr[] x) => function == StandardFunctions.Step
        ? x[0].Graph.Apply(Where, [x[0], x[0].Graph.One, x[0].Graph.Zero])
        : x[0].Graph.Apply(Where, [x[0] - x[1], x[0], x[1]]);

    /// <summary>An activation of several pieces as choices between them: no piece is worked out where it could overflow and another holds.</summary>
    public static Expr Of(Activation activation, Expr[] x)
    {
        var graph = x[0].Graph;
        Expr? chosen = null;
        foreach (var piece in activation.Pieces)
        {
            var value = piece.Formula.Substitute(ArgumentFor, graph);
            chosen = chosen is not { } below || piece.Start is not { } start ? value
                : piece.IncludesStart ? graph.Apply(Where, [start - x[0], below, value])
                : graph.Apply(Where, [x[0] - start, value, below]);
        }

        return chosen!.Value;

        Expr? ArgumentFor(Expr variable)
        {
            var parameter = activation.Parameters.IndexOf(activation.Parameters.FirstOrDefault(each => each.Name == variable.Name));
            return variable.Name == activation.Argument.Name ? x[0] : x[parameter + 1];
        }
    }
}
