using SymbolicBackprop.Formulas;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Reading.Documents;

/// <summary>
/// Cuts displayed mathematics into statements: at the ends of rows, at the alignment marks that separate columns of equations, and
/// at wide spaces between equations. What begins or ends with a relation or an operator goes on, and stays in one piece.
/// </summary>
internal sealed class StatementSplitter
{
    private readonly List<Token> tokens;
    private readonly List<Piece> pieces = [];

    private StatementSplitter(string text, TextSpan span) => tokens = Lexer.Cut(text, span);

    private enum Boundary
    {
        Row,
        Column,
        Space,
    }

    /// <summary>Where the statements stand.</summary>
    /// <param name="text">The document.</param>
    /// <param name="span">The mathematics in it.</param>
    public static IEnumerable<TextSpan> Split(string text, TextSpan span)
    {
        var splitter = new StatementSplitter(text, span);
        splitter.CutPieces();
        return splitter.Joined().Select(piece => splitter.tokens[piece.First].Span.To(splitter.tokens[piece.Last].Span));
    }

    private void CutPieces()
    {
        // A system of equations in cases is rows like any others.
        var system = tokens.FindIndex(token => token.Kind is not (TokenKind.LayoutBegin or TokenKind.WideSpace));
        system = tokens[system] is { Kind: TokenKind.OtherBegin, Text: "cases" or "dcases" or "rcases" } ? system : -1;
        var systemEnd = system < 0 ? -1 : tokens.FindIndex(token => token.Kind == TokenKind.OtherEnd && token.Text == tokens[system].Text);
        var piece = new Piece(Boundary.Row);
        var (depth, marks) = (0, 0);
        var isStatement = false; // from the first relation of a row or a column on, what is listed are statements: a = b, c = d and e = f
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            var token = tokens[i];
            if (i == system || i == systemEnd || token.Kind is TokenKind.LayoutBegin or TokenKind.LayoutEnd)
            {
                continue;
            }

            var isRowEnd = token.Kind == TokenKind.RowBreak && piece.Environments == 0;
            var isColumnEnd = token.Kind == TokenKind.AlignmentMark && depth == 0 && ++marks % 2 == 0;
            if (isRowEnd || isColumnEnd || (token.Kind == TokenKind.WideSpace && depth == 0))
            {
                Add(piece);
                piece = new Piece(isRowEnd ? Boundary.Row : isColumnEnd ? Boundary.Column : Boundary.Space);
                (depth, marks, isStatement) = isRowEnd ? (0, 0, false) : (depth, marks, isStatement && !isColumnEnd);
            }
            else if (depth == 0 && isStatement && token is { Kind: TokenKind.Sign, Text: "," or ";" })
            {
                piece.Add(i);
                Add(piece);
                piece = new Piece(Boundary.Space);
            }
            else if (depth == 0 && isStatement && token.Kind == TokenKind.Word && JoiningWords.LeadOver(token.Text))
            {
                Add(piece);
                piece = new Piece(Boundary.Space);
                piece.Add(i);
            }
            else if (token.Kind is not (TokenKind.AlignmentMark or TokenKind.WideSpace or TokenKind.RowBreak))
            {
                piece.Environments += token.Kind == TokenKind.OtherBegin ? 1 : token.Kind == TokenKind.OtherEnd ? -1 : 0;
                isStatement |= piece.HasRelation |= depth == 0 && Relations.At(tokens, i, out _) > 0;
                depth = Math.Max(0, depth + Nesting(token));
                piece.Add(i);
            }
        }

        Add(piece);
    }

    private static int Nesting(Token token) => token switch
    {
        { Kind: TokenKind.Sign, Text: "{" } or { Kind: TokenKind.OtherBegin } => 1,
        { Kind: TokenKind.Sign, Text: "}" } or { Kind: TokenKind.OtherEnd } => -1,
        { Kind: TokenKind.Delimiter, Side: Side.Opening } => 1,
        { Kind: TokenKind.Delimiter, Side: Side.Closing } => -1,
        _ => 0,
    };

    private void Add(Piece piece)
    {
        // "and c = d" states c = d.
        while (piece.HasRelation && tokens[piece.First].Kind == TokenKind.Word && JoiningWords.LeadOver(tokens[piece.First].Text))
        {
            piece.DropFirst();
        }

        if (piece.First >= 0)
        {
            pieces.Add(piece);
        }
    }

    private List<Piece> Joined()
    {
        var result = new List<Piece>();
        foreach (var piece in pieces)
        {
            if (result.Count > 0 && GoesOn(result[^1], piece))
            {
                result[^1].Join(piece);
            }
            else if (!IsText(piece) || pieces.Count == 1)
            {
                result.Add(piece);
            }
        }

        return result;
    }

    private bool GoesOn(Piece before, Piece piece)
    {
        var first = FirstToken(piece);
        if (IsOperator(before.Last) || tokens[before.Last].IsSign("-") || Relations.At(tokens, before.Last, out _) > 0 || EndsWithDefinition(before))
        {
            return true;
        }

        if (Relations.At(tokens, first, out var relation) > 0)
        {
            return relation != Relation.Implies || piece.Boundary == Boundary.Space;
        }

        if (IsOperator(first) || tokens[first] is { Kind: TokenKind.Delimiter, Side: Side.Closing } or { Kind: TokenKind.Sign, Text: "?" })
        {
            return true;
        }

        return tokens[first].IsSign("-") ? !piece.HasRelation && before.HasRelation
            : piece.Boundary != Boundary.Row && (IsText(piece) || IsLabelOrRange(first) || !piece.HasRelation || (piece.Boundary == Boundary.Space && !before.HasRelation));
    }

    private bool EndsWithDefinition(Piece piece) => piece.Last > piece.First && Relations.At(tokens, piece.Last - 1, out _) == 2;

    // {} at the front only keeps space.
    private int FirstToken(Piece piece) =>
        tokens[piece.First].IsSign("{") && tokens[piece.First + 1].IsSign("}") && piece.Last > piece.First + 1 ? piece.First + 2 : piece.First;

    private bool IsOperator(int at) => tokens[at] is { Kind: TokenKind.Sign, Text: "+" or "*" or "/" } or { Kind: TokenKind.Command, Text: @"\cdot" or @"\times" or @"\ast" };

    private bool IsText(Piece piece) => Enumerable.Range(piece.First, piece.Last - piece.First + 1)
        .All(i => tokens[i].Kind == TokenKind.Word || tokens[i] is { Kind: TokenKind.Sign, Text: "," or "." or ";" or ":" });

    private bool IsLabelOrRange(int first) => tokens[first].IsCommand(@"\forall") || tokens[first].Kind == TokenKind.Word
        || (tokens[first].OpensBracket && tokens[first + 1].Kind == TokenKind.Word) || IndexRanges.IsAt(tokens, first);

    private sealed class Piece(Boundary boundary)
    {
        public Boundary Boundary { get; } = boundary;

        public int First { get; private set; } = -1;

        public int Last { get; private set; } = -1;

        public bool HasRelation { get; set; }

        public int Environments { get; set; }

        public void Add(int token)
        {
            First = First < 0 ? token : First;
            Last = token;
        }

        public void DropFirst() => First++;

        public void Join(Piece next)
        {
            Last = next.Last;
            HasRelation |= next.HasRelation;
        }
    }
}
