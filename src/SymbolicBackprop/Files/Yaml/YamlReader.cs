using System.Text.RegularExpressions;
using SymbolicBackprop.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SymbolicBackprop.Files.Yaml;

/// <summary>Reads the one document of a YAML text, without anchors, tags and further documents.</summary>
internal sealed partial class YamlReader
{
    // A network file is nested four deep. The bound keeps a file of brackets from filling the stack.
    private const int DeepestNesting = 20;

    private readonly SourceText source;
    private readonly List<Diagnostic> diagnostics;
    private readonly Parser parser;

    private YamlReader(SourceText source, List<Diagnostic> diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
        parser = new Parser(new StringReader(YamlCharacters.WithoutIdleTabs(source.Text)));
    }

    /// <summary>The root of the document, or null where it could not be read or there is none; then the reason is among the diagnostics.</summary>
    public static YamlNode? Read(SourceText source, List<Diagnostic> diagnostics, Limits limits)
    {
        // A file a person wrote is a few pages; the parser's time grows faster than the text.
        var refused = source.Text.Length > limits.NetworkFile
            ? YamlMessages.TooLong(source.PlaceAt(0), limits.NetworkFile)
            : YamlCharacters.FirstRefused(source);
        if (refused is not null)
        {
            diagnostics.Add(refused);
            return null;
        }

        return new YamlReader(source, diagnostics).ReadDocument();
    }

    private YamlNode? ReadDocument()
    {
        try
        {
            Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                diagnostics.Add(YamlMessages.Empty(source.PlaceAt(0)));
                return null;
            }

            var root = ReadNode(1);
            Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                diagnostics.Add(YamlMessages.SecondDocument(PlaceOf(second.Start, second.End)));
            }

            if (root is YamlScalar { IsAbsent: true })
            {
                diagnostics.Add(YamlMessages.Empty(source.PlaceAt(0)));
                return null;
            }

            return root;
        }
        catch (TooDeepException exception)
        {
            diagnostics.Add(YamlMessages.TooDeep(exception.Place, DeepestNesting));
        }
        catch (YamlException exception)
        {
            diagnostics.Add(YamlSyntax.Explain(source, exception));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser gives up like this on escapes beyond the last character, and on some brackets that are not closed.
            var end = Offset(parser.Current?.End ?? Mark.Empty);
            diagnostics.Add(exception is ArgumentException && EscapeOfNothing().Match(source.Text, end) is { Success: true } escape
                ? YamlMessages.UnknownEscape(source.PlaceAt(escape.Index, escape.Length))
                : YamlMessages.NotClosed(source.PlaceAt(end)));
        }

        return null;
    }

    private YamlNode ReadNode(int depth)
    {
        if (!parser.TryConsume<ParsingEvent>(out var node))
        {
            throw new InvalidOperationException("A value was expected.");
        }

        var start = Offset(node.Start);
        if (depth > DeepestNesting)
        {
            throw new TooDeepException(source.PlaceAt(start));
        }

        RefuseDecoration(node);
        switch (node)
        {
            case AnchorAlias:
                return new YamlRefused(start);
            case Scalar scalar:
                var isQuoted = scalar.Style != ScalarStyle.Plain;
                return new YamlScalar(scalar.Value, isQuoted, start, Math.Max(1, Offset(scalar.End) - start));
            case SequenceStart:
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(ReadNode(depth + 1));
                }

                return new YamlSequence(items, start);
            case MappingStart:
                return new YamlMapping(ReadEntries(depth), start);
            default:
                throw new InvalidOperationException($"A value was expected, not {node.GetType().Name}.");
        }
    }

    private List<(YamlScalar Key, YamlNode Value)> ReadEntries(int depth)
    {
        var entries = new List<(YamlScalar, YamlNode)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is YamlScalar { IsAbsent: false } name)
            {
                entries.Add((name, value));
            }
            else if (key is not YamlRefused)
            {
                diagnostics.Add(YamlMessages.KeyIsNoWord(source.PlaceAt(key.Start)));
            }
        }

        return entries;
    }

    private void RefuseDecoration(ParsingEvent node)
    {
        var place = source.PlaceAt(Offset(node.Start));
        switch (node)
        {
            case AnchorAlias alias:
                diagnostics.Add(YamlMessages.Alias(PlaceOf(alias.Start, alias.End), alias.Value.Value));
                break;
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                diagnostics.Add(YamlMessages.Anchor(place with { Length = anchored.Anchor.Value.Length + 1 }, anchored.Anchor.Value));
                break;
            case NodeEvent { Tag.IsEmpty: false }:
                diagnostics.Add(YamlMessages.Tag(place));
                break;
        }
    }

    private void Consume<T>()
        where T : ParsingEvent
    {
        if (!parser.TryConsume<T>(out _))
        {
            throw new InvalidOperationException($"A {typeof(T).Name} was expected.");
        }
    }

    [GeneratedRegex(@"\\U(?!000|0010)[0-9A-Fa-f]{8}")]
    private static partial Regex EscapeOfNothing();

    private int Offset(Mark mark) => (int)Math.Clamp(mark.Index, 0, source.Text.Length);

    private Place PlaceOf(Mark start, Mark end) => source.PlaceAt(Offset(start), Math.Max(1, Offset(end) - Offset(start)));

    private sealed class TooDeepException(Place place) : Exception
    {
        public Place Place { get; } = place;
    }
}
