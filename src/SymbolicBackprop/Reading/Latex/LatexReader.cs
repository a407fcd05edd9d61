using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>
/// Reads formulas written in LaTeX mathematics. It uses all of a text or says where it stopped and what it expected; it never
/// throws on a text and never guesses.
/// </summary>
/// <param name="context">What is known about the text.</param>
public sealed class LatexReader(ReadingContext context)
{
    /// <summary>Reads a statement: sides with relations between them, or one side alone.</summary>
    /// <param name="latex">The mathematics, without the dollars around it.</param>
    public LatexReading<Statement> Read(string latex) => Read(latex, parser => parser.ReadWholeStatement());

    /// <summary>Reads a formula without relations.</summary>
    /// <param name="latex">The mathematics, without the dollars around it.</param>
    public LatexReading<Formula> ReadFormula(string latex) => Read(latex, parser => parser.ReadWholeFormula());

    /// <summary>Reads the values of an index, such as <c>t = 1, 2, 3</c> or <c>t = 1..3</c>.</summary>
    /// <param name="latex">The mathematics, without the dollars around it.</param>
    public LatexReading<IndexRange> ReadRange(string latex) => Read(latex, parser => parser.ReadWholeRange());

    private LatexReading<T> Read<T>(string latex, Func<LatexParser, T?> readWhole)
        where T : class
    {
        var span = new TextSpan(0, latex.Length);
        if (span.Length > context.Limits.Formula)
        {
            var complaint = Messages.TooLong(context.Limits.Formula);
            return new LatexReading<T>(null, new SpanTable(), [new Finding(FindingKind.Error, span, complaint.Message, complaint.Expected)]);
        }

        var tokens = ParserTokens.Of(Lexer.Cut(latex, span));
        var parser = new LatexParser(tokens, context);
        var value = readWhole(parser);
        if (parser.ShouldReadAsLayers)
        {
            parser = new LatexParser(tokens, context, layersArePlain: true);
            value = readWhole(parser);
        }

        if (parser.ShouldReadWholeLayers)
        {
            parser = new LatexParser(tokens, context, parser.LayersArePlain, layersAreWhole: true);
            value = readWhole(parser);
        }

        return new LatexReading<T>(value, parser.Spans, parser.Findings);
    }
}
