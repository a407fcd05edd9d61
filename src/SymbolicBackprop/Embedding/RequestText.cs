using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Embedding;

/// <summary>
/// What is written in a request: lines of a document, without what a quote, a list or an indentation puts before them, which still
/// know where they stand.
/// </summary>
public sealed class RequestText
{
    private readonly SourceText document;
    private readonly IReadOnlyList<TextSpan> lines;

    /// <summary>Makes the text of a request.</summary>
    /// <param name="document">The document.</param>
    /// <param name="opening">Where the request begins, with its first sign: messages about all of it point there.</param>
    /// <param name="lines">Where its lines stand in the document, without line breaks.</param>
    public RequestText(SourceText document, TextSpan opening, params IReadOnlyList<TextSpan> lines)
    {
        this.document = document;
        this.lines = lines;
        Opening = document.PlaceAt(opening.Offset, opening.Length);
        Source = new SourceText(document.Name, string.Join('\n', lines.Select(line => document.Text.Substring(line.Offset, line.Length))));
    }

    /// <summary>The place where the request begins.</summary>
    public Place Opening { get; }

    /// <summary>The lines as a text of their own.</summary>
    internal SourceText Source { get; }

    /// <summary>A finding about the lines, or about another file, as one about the document, or that other file.</summary>
    internal Diagnostic InDocument(Diagnostic diagnostic) =>
        diagnostic.Place is { } place && place.File == Source.Name && !ReferenceEquals(place, Opening) ? diagnostic with { Place = InDocument(place) } : diagnostic;

    private Place InDocument(Place place) => place.Line <= lines.Count
        ? document.PlaceAt(Math.Min(lines[place.Line - 1].Offset + place.Column - 1, lines[place.Line - 1].End), place.Length)
        : Opening;
}
