using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>
/// np.sum(dZ, axis=1, keepdims=True), as courses with programs write it: what NumPy adds up along an axis is a product with ones, in
/// which axis 1 runs over the columns.
/// </summary>
internal static class ArraySums
{
    private static readonly string[] Spelled = ["n", "p", ".", "s", "u", "m"];

    /// <summary>How many tokens its name has at the next token; 0 where another thing begins.</summary>
    public static int NameLength(LatexParser parser) =>
        parser.Current is { Kind: TokenKind.Word, Text: "np.sum" } && parser.Ahead(1).OpensBracket ? 1
        : Spelled.Select((text, i) => parser.Ahead(i).Text == text && (i == 0 || parser.Ahead(i).Gap == Gap.None)).All(same => same) && parser.Ahead(Spelled.Length).OpensBracket ? Spelled.Length
        : 0;

    /// <summary>Reads it.</summary>
    public static Formula? Read(LatexParser parser)
    {
        var start = parser.Current.Span;
        parser.Skip(NameLength(parser));
        var opening = parser.Take();
        parser.Open(opening.Text);
        if (parser.ReadSum() is not { } body)
        {
            return null;
        }

        string? axis = null;
        while (parser.TryTake(","))
        {
            var name = parser.Current.Span;
            var isAxis = parser.TryTakeWord("axis");
            if (!(isAxis || parser.TryTakeWord("keepdims")) || !parser.TryTake("="))
            {
                return parser.Fail(name.To(parser.Current.Span), Messages.ArraySumArguments);
            }

            if (isAxis && parser.Current is { Kind: TokenKind.Digit, Text: "0" or "1" })
            {
                axis = parser.Take().Text;
            }
            else if (isAxis || !parser.TryTakeWord("True"))
            {
                return parser.Fail(name.To(parser.Current.Span), Messages.ArraySumArguments);
            }
        }

        if (axis is null)
        {
            return parser.Fail(start.To(parser.Current.Span), Messages.ArraySumArguments);
        }

        if (!parser.TryClose(opening))
        {
            return null;
        }

        parser.Close();
        return parser.From(start, axis == "1" ? Formula.ProductOf(body, Symbol.Ones) : Formula.ProductOf(new Transpose(Symbol.Ones), body));
    }
}
