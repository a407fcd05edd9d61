using SymbolicBackprop.Diagnostics;
using YamlDotNet.Core;

namespace SymbolicBackprop.Files.Yaml;

/// <summary>Says what a parser's complaint means to somebody who writes a network file.</summary>
internal static class YamlSyntax
{
    public static Diagnostic Explain(SourceText source, YamlException exception)
    {
        var start = Offset(source, exception.Start);
        var end = Offset(source, exception.End);
        var place = source.PlaceAt(start);
        var before = place.SourceLine.AsSpan(0, place.Column - 1).Trim();
        var next = start < source.Text.Length ? source.Text[start] : '\n';
        bool Says(string part) => exception.Message.Contains(part, StringComparison.Ordinal);
        return
            Says("found invalid mapping")
                ? before.Contains(':') ? YamlMessages.SecondColon(place) : YamlMessages.LineDoesNotFit(StartOfLine(source, start))
            : Says("did not find expected key") || Says("expected '-' indicator")
                ? before is [.., '"' or '\''] ? YamlMessages.TextAfterQuote(place)
                : before is [.., '}' or ']'] ? YamlMessages.TextAfterBracket(place)
                : Says("'-' indicator") ? YamlMessages.ItemExpected(place)
                : next == '-' ? YamlMessages.ItemDoesNotFit(place)
                : YamlMessages.KeyExpected(place)
            : Says("expected ',' or '}'") ? Unclosed(place, next, '}')
            : Says("expected ',' or ']'") ? Unclosed(place, next, ']')
            : Says("unexpected end of stream") ? YamlMessages.QuoteNotClosed(place)
            : Says("unknown escape character") ? YamlMessages.UnknownEscape(source.PlaceAt(end, 2))
            : Says("cannot start any token") || Says("anchor or alias") ? YamlMessages.CannotStart(place)
            : Says("Block sequence entries are not allowed") ? YamlMessages.ListOnKeyLine(place)
            : Says("did not find expected node content") ? YamlMessages.ValueExpected(place)
            : Says("expected <document start>") || Says("expected <document end>") ? YamlMessages.LineDoesNotFit(StartOfLine(source, start))
            : YamlMessages.Other(place, exception.Message);
    }

    private static Diagnostic Unclosed(Place place, char next, char close) =>
        next is '{' or '[' ? YamlMessages.QuotesExpected(place, close) : YamlMessages.CommaExpected(place, close);

    private static Place StartOfLine(SourceText source, int offset)
    {
        var line = source.PlaceAt(offset);
        var text = line.SourceLine;
        return source.PlaceAt(offset - (line.Column - 1) + (text.Length - text.TrimStart().Length), text.Trim().Length);
    }

    // The parser speaks of the end of the file as of a line after it; the last thing that was written is nearer to the mistake.
    private static int Offset(SourceText source, Mark mark)
    {
        var end = source.Text.AsSpan().TrimEnd().Length;
        return (int)Math.Clamp(mark.Index, 0, end);
    }
}
