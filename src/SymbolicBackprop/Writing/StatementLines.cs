using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing;

/// <summary>
/// Sets a statement in lines no wider than the page: it breaks before relations, then before the signs of a sum, then between
/// factors, and within brackets where a factor is itself too wide. Where it breaks is decided on the formulas; a writer spells.
/// </summary>
internal sealed class StatementLines
{
    // Continued lines are set in from the relation sign.
    private const double Indent = 1;

    private const int MostBracedLines = 8;

    private readonly DisplayWriter writer;
    private readonly FormulaWidth width;
    private readonly double page;

    /// <param name="writer">Spells the formulas.</param>
    /// <param name="notation">How they are written.</param>
    /// <param name="page">The width of the page in em.</param>
    public StatementLines(DisplayWriter writer, Notation notation, double page)
    {
        this.writer = writer;
        width = new FormulaWidth(notation, new BracketRules(notation));
        this.page = page;
    }

    /// <summary>The rows of a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="follows">Whether it follows from what stands before it, and is written with ⇒.</param>
    public IReadOnlyList<Row> Write(Statement statement, bool follows)
    {
        var left = (follows ? writer.Arrow : "") + writer.Write(statement.First);
        var leftWidth = width.Of(statement.First) + (follows ? FormulaWidth.OfArrow : 0);
        var range = statement.Range is { } values ? writer.WideSpace + " " + writer.Write(values) : "";
        var rangeWidth = statement.Range is { } span ? FormulaWidth.Of(span) : 0;
        var total = leftWidth + rangeWidth + statement.Links.Sum(link => FormulaWidth.OfRelation + width.Of(link.Side));
        if (total <= page || statement.Links.Count == 0)
        {
            return [new Row(left, Joined(string.Join(" ", statement.Links.Select(link => writer.Sign(link.Relation) + " " + writer.Write(link.Side))), range), 0)];
        }

        var room = page - leftWidth - FormulaWidth.OfRelation;
        var rows = new List<Row>();
        var end = 0.0;
        foreach (var link in statement.Links)
        {
            var side = Fill(Pieces(link.Side, room - Indent), room);
            rows.Add(new Row(rows.Count == 0 ? left : "", $"{writer.Sign(link.Relation)} {side[0].Text}", 0));
            rows.AddRange(side.Skip(1).Select(line => new Row("", line.Text, 1 + line.Depth)));
            end = side[^1].Width;
        }

        if (range.Length > 0 && end + rangeWidth <= room)
        {
            rows[^1] = rows[^1] with { Right = Joined(rows[^1].Right, range) };
        }
        else if (range.Length > 0)
        {
            rows.Add(new Row("", range, 1));
        }

        return rows;
    }

    private static string Joined(string line, string range) => range.Length == 0 ? line : $"{line} {range}";

    private static List<Line> Fill(List<Piece> pieces, double room)
    {
        var lines = new List<Line>();
        var line = "";
        var used = 0.0;
        var depth = 0;
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && used + piece.WidthTogether > room)
            {
                lines.Add(new Line(line, used, depth));
                line = piece.AtLineStart;
                depth = piece.Depth;
                used = (Indent * (1 + depth)) + piece.WidthAtLineStart;
            }
            else
            {
                line += line.Length > 0 ? " " + piece.InLine : piece.InLine;
                used += piece.Width;
            }
        }

        lines.Add(new Line(line, used, depth));
        return lines;
    }

    // What may not be broken further, left to right.
    private List<Piece> Pieces(Formula formula, double room) => formula switch
    {
        _ when width.Of(formula) <= room => [new Piece(writer.Write(formula), width.Of(formula))],
        Sum sum => Terms(sum, room),
        Product product => Factors(product, room),
        Negative negative => Led(writer.Minus, TermPieces(negative.Body, room)),
        Underbrace brace => BracedOverLines(brace, isFactor: false, room),
        _ => [new Piece(writer.Write(formula), width.Of(formula))],
    };

    private List<Piece> TermPieces(Formula body, double room) => BracketRules.AroundTerm(body) ? Bracketed(body, room) : Pieces(body, room);

    private List<Piece> Terms(Sum sum, double room)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < sum.Terms.Count; i++)
        {
            var (sign, body) = sum.Terms[i] is Negative negative ? ("-", negative.Body) : ("+", sum.Terms[i]);
            var inner = TermPieces(body, room);
            pieces.AddRange(Together(i > 0 ? Led(term => writer.Joined(sign, term), inner) : sign == "-" ? Led(writer.Minus, inner) : inner));
        }

        return pieces;
    }

    private List<Piece> Factors(Product product, double room)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < product.Factors.Count; i++)
        {
            var factor = product.Factors[i];
            var isLast = i == product.Factors.Count - 1;
            var own = width.OfFactor(factor, isLast);
            List<Piece> inner = own > room && factor is Underbrace brace ? BracedOverLines(brace, isFactor: true, room)
                : own > room && BracketRules.AroundFactor(factor, isLast) ? Together(Bracketed(factor, room))
                : [new Piece(writer.Factor(factor, isLast), own)];
            if (i > 0)
            {
                var joint = writer.JointBefore(product.Factors[i - 1], factor);
                inner[0] = inner[0] with
                {
                    InLine = joint + inner[0].InLine,
                    Width = inner[0].Width + width.OfJoint(product.Factors[i - 1], factor),
                    AtLineStart = writer.Spelled(Joint.Dot) + inner[0].AtLineStart,
                    WidthAtLineStart = inner[0].WidthAtLineStart + FormulaWidth.OfDot,
                };
            }

            pieces.AddRange(inner);
        }

        return pieces;
    }

    // Brackets that stay open over a line break cannot grow by themselves, so their size is set.
    private List<Piece> Bracketed(Formula body, double room)
    {
        var isTall = BracketRules.IsTall(body);
        var pieces = Pieces(body, room - FormulaWidth.OfBrackets(body) - Indent);
        if (pieces.Count == 1)
        {
            return [new Piece(writer.Bracketed(body, pieces[0].InLine, isTall), pieces[0].Width + FormulaWidth.OfBrackets(body))];
        }

        var shape = writer.ShapeAround(body);
        var size = !isTall ? BracketSize.Line : body.WithParts().Any(part => part is Power { Base: var radix } && BracketRules.IsTall(radix)) ? BracketSize.Power : BracketSize.Fraction;
        var half = FormulaWidth.OfBrackets(body) / 2;
        for (var i = 1; i < pieces.Count; i++)
        {
            pieces[i] = pieces[i] with { Depth = pieces[i].Depth + 1 };
        }

        pieces[0] = pieces[0].With(text => $"{writer.Opened(shape, size)} {text}", half);
        pieces[^1] = pieces[^1].With(text => $"{text} {writer.Closed(shape, size)}", half);
        return pieces;
    }

    // Lines that are braced together stay together. Where they would take too much of a page, what their label says stands for them.
    private List<Piece> BracedOverLines(Underbrace brace, bool isFactor, double room)
    {
        var isBracketed = isFactor && BracketRules.InsideBrace(brace);
        var inside = room - FormulaWidth.OfBrace - (isBracketed ? FormulaWidth.OfTallBrackets : 0);
        var lines = Fill(Pieces(brace.Body, inside - Indent), inside);
        if (lines.Count > MostBracedLines)
        {
            return Pieces(brace.Label, room);
        }

        var body = writer.Stacked([.. lines.Select(line => line.Text)]);
        return [new Piece(writer.Braced(brace, isBracketed ? writer.Bracketed(brace.Body, body, isTall: true) : body), room)];
    }

    // What does not fit into what is left of the line begins a new one, rather than losing its first piece to it.
    private static List<Piece> Together(List<Piece> pieces)
    {
        pieces[0] = pieces[0] with { WidthTogether = pieces.Sum(piece => piece.Width) };
        return pieces;
    }

    private static List<Piece> Led(Func<string, string> spell, List<Piece> pieces)
    {
        pieces[0] = pieces[0].With(spell, FormulaWidth.OfSign);
        return pieces;
    }

    /// <summary>A line that is filled.</summary>
    /// <param name="Text">What it says.</param>
    /// <param name="Width">Its width.</param>
    /// <param name="Depth">How many brackets are open where it begins; it is set in as often.</param>
    private sealed record Line(string Text, double Width, int Depth);

    /// <summary>What stands together on a line.</summary>
    /// <param name="InLine">It after another piece.</param>
    /// <param name="Width">Its width there.</param>
    private sealed record Piece(string InLine, double Width)
    {
        /// <summary>It as the first piece of a continued line.</summary>
        public string AtLineStart { get; init; } = InLine;

        public double WidthAtLineStart { get; init; } = Width;

        /// <summary>How many brackets stay open before it.</summary>
        public int Depth { get; init; }

        /// <summary>The width of all that is to stay on one line with it, if there is a line wide enough.</summary>
        public double WidthTogether { get; init; } = Width;

        /// <summary>The piece with something that stays with it.</summary>
        public Piece With(Func<string, string> spell, double width) => this with
        {
            InLine = spell(InLine),
            Width = Width + width,
            AtLineStart = spell(AtLineStart),
            WidthAtLineStart = WidthAtLineStart + width,
            WidthTogether = WidthTogether + width,
        };
    }
}

/// <summary>A row of a statement in several lines.</summary>
/// <param name="Left">The side before the relation signs; empty in all rows but the first.</param>
/// <param name="Right">What stands in this row from where the rows are aligned, a relation sign first unless the row is set in.</param>
/// <param name="Depth">How far it is set in, in steps of a quad: not where it begins with a relation sign.</param>
internal sealed record Row(string Left, string Right, int Depth);
