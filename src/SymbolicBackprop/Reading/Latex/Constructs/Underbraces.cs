using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\underbrace{…}_{…}, or \overbrace{…}^{…}, which says the same.</summary>
internal static class Underbraces
{
    public static Formula? Read(LatexParser parser, Token command)
    {
        if (parser.ReadArgument() is not { } body)
        {
            return null;
        }

        if (!parser.TryTake(command.Text == @"\underbrace" ? "_" : "^"))
        {
            return body;
        }

        return ReadLabel(parser) is { } label ? parser.From(command.Span, new Underbrace(body, label)) : null;
    }

    // A label may begin with =, as in {= δ}.
    private static Formula? ReadLabel(LatexParser parser)
    {
        if (!parser.Current.IsSign("{") || !parser.Ahead(1).IsSign("="))
        {
            return parser.ReadArgument();
        }

        parser.Take();
        parser.Take();
        return parser.ReadSum() is { } label && (parser.TryTake("}") || parser.FailHere("expected '}'") is not null) ? label : null;
    }
}
