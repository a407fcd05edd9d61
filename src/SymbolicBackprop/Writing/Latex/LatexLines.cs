using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>
/// Sets a statement in lines no wider than the page: it breaks before relations, then before the signs of a sum, then between
/// factors, and within brackets where a factor is itself too wide.
/// </summary>
internal sealed class LatexLines
{
    // Continued lines are set in from the relation sign.
    private const double Indent = 1;

    private readonly LatexWriter writer;
    private readonly BracketRules brackets;
    private readonly FormulaWidth width;
    private readonly double page;

    /// <param name="notation">How the formulas are written.</param>
    /// <param name="page">The width of the page in em.</param>
    public LatexLines(Notation notation, double page)
    {
        writer = new LatexWriter(notation);
        brackets = new BracketRules(notation);
        width = new FormulaWidth(notation, brackets);
        this.page = page;
    }

    /// <summary>The lines, each with one <c>&amp;</c> where they are aligned.</summary>
    public IReadOnlyList<string> Write(Statement statement, bool follows)
    {
        var arrow = follows ? @"\Rightarrow\quad " : "";
        var left = width.Of(statement.First) + (follows ? 2.5 : 0);
        var range = statement.Range is { } values ? @" \qquad " + writer.Write(values) : "";
        var rangeWidth = range.Length == 0 ? 0 : 9;
        var total = left + rangeWidth + statement.Links.Sum(link => FormulaWidth.OfRelation + width.Of(link.Side));
        if (total <= page && statement.Links.Count > 0)
        {
            return
            [
                arrow + writer.Write(statement.First) + " &" + string.Join(" ", statement.Links.Select(link => LatexWriter.Sign(link.Relation) + " " + writer.Write(link.Side))) + range,
            ];
        }

        var lines = new List<string>();
        foreach (var link in statement.Links)
        {
            var sign = LatexWriter.Sign(link.Relation);
            var first = lines.Count == 0 ? arrow + writer.Write(statement.First) + " &" : "&";
            var room = page - left - FormulaWidth.OfRelation;
            var side = Fill(Pieces(link.Side, room - Indent), room);
            lines.Add($"{first}{sign} {side[0]}");
            lines.AddRange(side.Skip(1).Select(line => $@"&\quad {{}}{line}"));
        }

        if (lines.Count == 0)
        {
            lines.Add(arrow + writer.Write(statement.First) + " &");
        }

        lines[^1] += range;
        return lines;
    }

    private static List<string> Fill(List<Piece> pieces, double room)
    {
        var lines = new List<string>();
        var line = "";
        var used = 0.0;
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && used + piece.WidthOfTerm > room)
            {
                lines.Add(line);
                line = piece.AtLineStart;
                used = Indent + piece.Width;
            }
            else
            {
                line += line.Length > 0 ? " " + piece.InLine : piece.InLine;
                used += piece.Width;
            }
        }

        lines.Add(line);
        return lines;
    }

    // What may not be broken further, left to right.
    private List<Piece> Pieces(Formula formula, double room)
    {
        if (width.Of(formula) <= room)
        {
            return [new Piece(writer.Write(formula), width.Of(formula))];
        }

        return formula switch
        {
            Sum sum => Terms(sum, room),
            Product product => Factors(product, room),
            Negative negative when !BracketRules.AroundTerm(negative.Body) => Led("-", Pieces(negative.Body, room)),
            Underbrace brace => Pieces(brace.Body, room),
            _ => [new Piece(writer.Write(formula), width.Of(formula))],
        };
    }

    private List<Piece> Terms(Sum sum, double room)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < sum.Terms.Count; i++)
        {
            var (sign, body) = sum.Terms[i] is Negative negative ? ("-", negative.Body) : (i == 0 ? "" : "+", sum.Terms[i]);
            var inner = BracketRules.AroundTerm(body) ? Bracketed(body, room) : Pieces(body, room);
            inner = Led(sign, inner);
            // A term that does not fit into what is left of the line begins a new one, rather than losing its first factor to it.
            inner[0] = inner[0] with { WidthOfTerm = inner.Sum(piece => piece.Width) };
            pieces.AddRange(inner);
        }

        return pieces;
    }

    private List<Piece> Factors(Product product, double room)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < product.Factors.Count; i++)
        {
            var factor = product.Factors[i] is Underbrace brace && width.Of(brace) > room ? brace.Body : product.Factors[i];
            var isLast = i == product.Factors.Count - 1;
            var isBracketed = BracketRules.AroundFactor(factor, isLast);
            var wide = width.OfFactor(factor, isLast) > room;
            List<Piece> inner = wide && isBracketed ? Bracketed(factor, room)
                : [new Piece(writer.Factor(factor, isLast), width.OfFactor(factor, isLast) + 0.1)];
            if (i > 0)
            {
                var joint = LatexWriter.JointBefore(product.Factors[i - 1], factor);
                inner[0] = inner[0] with { InLine = joint + inner[0].InLine, AtLineStart = @"\cdot " + inner[0].AtLineStart };
            }

            pieces.AddRange(inner);
        }

        return pieces;
    }

    // Brackets that stay open over a line break cannot grow by themselves, so their size is set.
    private List<Piece> Bracketed(Formula body, double room)
    {
        var (open, close) = brackets.ShapeAround(body) == BracketShape.Square ? ("[", "]") : ("(", ")");
        var size = BracketRules.IsTall(body) ? @"\bigg" : @"\big";
        var pieces = Pieces(body, room);
        if (pieces.Count == 1)
        {
            return [new Piece(writer.Bracketed(body), pieces[0].Width + FormulaWidth.OfBrackets(body))];
        }

        pieces[0] = pieces[0] with { InLine = $"{size}l{open} {pieces[0].InLine}", AtLineStart = $"{size}l{open} {pieces[0].AtLineStart}" };
        pieces[^1] = pieces[^1] with { InLine = $"{pieces[^1].InLine} {size}r{close}", AtLineStart = $"{pieces[^1].AtLineStart} {size}r{close}" };
        return pieces;
    }

    private static List<Piece> Led(string sign, List<Piece> pieces)
    {
        if (sign.Length > 0)
        {
            pieces[0] = new Piece($"{sign} {pieces[0].InLine}", pieces[0].Width + FormulaWidth.OfSign);
        }

        return pieces;
    }

    private sealed record Piece(string InLine, double Width)
    {
        public string AtLineStart { get; init; } = InLine;

        public double WidthOfTerm { get; init; } = Width;
    }
}
