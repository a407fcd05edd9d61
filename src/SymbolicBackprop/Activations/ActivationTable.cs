using System.Globalization;
using System.Text;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Activations;

/// <summary>A table of activations with what was found of each: nothing in it is stated anywhere else.</summary>
public static class ActivationTable
{
    /// <summary>The table as Markdown.</summary>
    public static string ToMarkdown(IEnumerable<Activation> activations)
    {
        var text = new StringBuilder();
        text.Append("| activation | f(z) | where | f′(z) | kinks |\n");
        text.Append("|---|---|---|---|---|\n");
        foreach (var activation in activations)
        {
            var kinks = string.Join("; ", activation.Kinks.Select(DescribeKink));
            foreach (var piece in activation.Pieces)
            {
                var first = piece == activation.Pieces[0];
                text.Append(CultureInfo.InvariantCulture, $"| {(first ? NameOf(activation) : "")} | {PlainFormula.Of(piece.Formula)} | {DescribePart(piece)} ")
                    .Append(CultureInfo.InvariantCulture, $"| {PlainFormula.Of(piece.Derivative.Arrangement)} ({DescribeVerdict(piece)}) | {(first ? kinks : "")} |\n");
            }
        }

        return text.ToString();
    }

    // A bar would end the cell.
    private static string NameOf(Activation activation) =>
        activation.IsFormula ? $"`{activation.Name.ReplaceLineEndings(" ").Replace("|", @"\|", StringComparison.Ordinal)}`" : activation.Name;

    private static string DescribeVerdict(ActivationPiece piece)
    {
        var verdict = piece.Derivative.Verdict switch
        {
            Verdict.Proved => "proved",
            Verdict.Tested => "tested",
            _ => "open",
        };
        return piece.Derivative.IsShort ? verdict : verdict + ", no shorter form";
    }

    private static string DescribePart(ActivationPiece piece)
    {
        var (start, end) = (piece.Start, piece.End);
        return (start is { } low ? $"{PlainFormula.Of(low)} {(piece.IncludesStart ? "≤" : "<")} " : "")
            + (start is null && end is null ? "" : "z")
            + (end is { } high ? $" {(piece.IncludesEnd ? "≤" : "<")} {PlainFormula.Of(high)}" : "");
    }

    private static string DescribeKink(Kink kink) =>
        $"z = {PlainFormula.Of(kink.At)}: {PlainFormula.Of(kink.Left)} from the left, {PlainFormula.Of(kink.Right)} from the right; {PlainFormula.Of(kink.Derivative)} is used";
}
