using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>
/// \text{prod}(∂J/∂u, ∂u/∂v): two derivatives multiplied, after whatever transposing that takes (A. Zhang et al., Dive into Deep Learning).
/// Of single quantities it is their product.
/// </summary>
internal static class ChainProducts
{
    /// <summary>Whether one comes next.</summary>
    public static bool BeginsAt(LatexParser parser) =>
        parser.Current is { Kind: TokenKind.Word, Text: ChainProduct.Name } && parser.Ahead(1).OpensBracket;

    /// <summary>Reads it.</summary>
    public static Formula? Read(LatexParser parser)
    {
        var start = parser.Take().Span;
        var opening = parser.Take();
        parser.Open(opening.Text);
        var factors = new List<Formula>();
        do
        {
            if (parser.ReadSum() is not { } factor)
            {
                return null;
            }

            factors.Add(factor);
        }
        while (parser.TryTake(","));

        if (!parser.TryClose(opening))
        {
            return null;
        }

        parser.Close();
        var call = new Call(new FunctionSymbol(ChainProduct.Name, null), 0, factors.ToEquatableList());
        return ChainProduct.From(call) is null ? parser.Fail(start.To(parser.Previous.Span), Messages.ChainProductArguments)
            : parser.From<Formula>(start, call.SpeaksOfLayers() ? call : new Product(call.Arguments));
    }
}
