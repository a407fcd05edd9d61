using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>The parts of expressions that are the same for all samples, so that they are computed once.</summary>
internal static class UniformParts
{
    /// <summary>What is computed from the parameters alone, and is either a root or total or a part of what differs between samples.</summary>
    /// <param name="selection">What is computed.</param>
    /// <param name="inputs">What differs between samples.</param>
    public static Expr[] Of(Selection selection, ReadOnlySpan<Expr> inputs)
    {
        var varies = new bool[selection.Nodes.Count];
        foreach (var variable in inputs)
        {
            if (selection.Nodes.Contains(variable.Id))
            {
                varies[selection.Nodes.IndexOf(variable.Id)] = true;
            }
        }

        var isBorder = new bool[selection.Nodes.Count];
        for (var i = 0; i < varies.Length; i++)
        {
            foreach (var operand in selection.OperandsOf(i))
            {
                varies[i] |= varies[operand];
            }

            foreach (var operand in varies[i] && selection.Needs(i) ? selection.OperandsOf(i) : [])
            {
                isBorder[operand] |= !varies[operand];
            }
        }

        foreach (var root in (ReadOnlySpan<int>)[.. selection.Roots, .. selection.Totals])
        {
            isBorder[root] |= !varies[root];
        }

        var found = new List<Expr>();
        for (var i = 0; i < isBorder.Length; i++)
        {
            if (isBorder[i] && selection.KindOf(i) is not (ExprKind.Number or ExprKind.Variable))
            {
                found.Add(new Expr(selection.Graph, selection.Nodes.Ids[i]));
            }
        }

        return [.. found];
    }
}
