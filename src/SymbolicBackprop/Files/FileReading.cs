using System.Globalization;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>A network file being read: values of each kind, and the mistakes found so far.</summary>
/// <param name="source">The file.</param>
/// <param name="diagnostics">What was found.</param>
/// <param name="forDocument">Whether it is to become a complete document, with fonts that do not have all characters.</param>
/// <param name="language">The language of that document.</param>
/// <param name="limits">How much of all is taken.</param>
internal sealed class FileReading(SourceText source, List<Diagnostic> diagnostics, bool forDocument, Language language, Limits limits)
{
    public SourceText Source => source;

    public Limits Limits => limits;

    /// <summary>The same file, once its language is known.</summary>
    public FileReading In(Language other) => new(source, diagnostics, forDocument, other, limits);

    public Place PlaceOf(YamlNode node) =>
        node is YamlScalar scalar ? PlacedText.Of(source, scalar).Whole : source.PlaceAt(node.Start, node.Length);

    public void Report(params IEnumerable<Diagnostic> found) => diagnostics.AddRange(found);

    /// <summary>A value that is not a list and has no keys.</summary>
    public YamlScalar? Value(YamlNode node, string key)
    {
        if (node is YamlScalar scalar)
        {
            return scalar;
        }

        if (node is not YamlRefused)
        {
            Report(FileMessages.WrongKind(PlaceOf(node), $"'{key}'", "a single value", node));
        }

        return null;
    }

    /// <summary>A text of one line.</summary>
    public string? Line(YamlNode node, string key)
    {
        if (Value(node, key) is not { } scalar)
        {
            return null;
        }

        var text = scalar.Text.Trim();
        if (text.Length > 0 && !text.Any(char.IsControl))
        {
            if (!Deceives(scalar, text, isName: false))
            {
                MindFonts(scalar, text);
            }

            return text;
        }

        Report(FileMessages.NotOneLine(PlaceOf(scalar), key));
        return null;
    }

    /// <summary>Reports the first character of words by which they are not what they seem; says whether there is one.</summary>
    /// <param name="scalar">The value that the words stand in.</param>
    /// <param name="words">The words.</param>
    /// <param name="isName">Whether they name something.</param>
    public bool Deceives(YamlScalar scalar, string words, bool isName)
    {
        if (DeceptiveCharacters.First(words, isName) is not { } found)
        {
            return false;
        }

        var offset = Math.Max(0, scalar.Text.IndexOf(found.Character.ToString(), StringComparison.Ordinal));
        Report(FileMessages.Deceptive(PlacedText.Of(source, scalar).PlaceAt(offset, found.Character.Utf16SequenceLength), DeceptiveCharacters.Describe(found)));
        return true;
    }

    /// <summary>Reports the first character of words that a complete document cannot have, where one is to be written.</summary>
    /// <param name="scalar">The value that the words stand in.</param>
    /// <param name="words">The words.</param>
    public void MindFonts(YamlScalar scalar, string words)
    {
        if (forDocument && PrintableCharacters.FirstLacking(words, language.HasLetter) is { } character)
        {
            var offset = Math.Max(0, scalar.Text.IndexOf(character.ToString(), StringComparison.Ordinal)); // half a character is not found
            Report(FileMessages.NotPrintable(PlacedText.Of(source, scalar).PlaceAt(offset, character.Utf16SequenceLength), character, language));
        }
    }

    /// <summary>A whole number between two limits.</summary>
    public int? Number(YamlNode node, string key, int least, int most)
    {
        if (Value(node, key) is not { } scalar)
        {
            return null;
        }

        if (scalar.IsQuoted)
        {
            Report(FileMessages.NumberInQuotes(PlaceOf(scalar), key, least, most));
            return null;
        }

        if (int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(FileMessages.NotANumber(PlaceOf(scalar), key, scalar.Text, least, most));
        return null;
    }

    /// <summary>One of some names.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="key">The key that it is the value of.</param>
    /// <param name="known">The names.</param>
    /// <param name="unknown">What to report for another; it lists the names.</param>
    public string? Choice(
        YamlNode node,
        string key,
        IReadOnlyCollection<string> known,
        Func<Place, string, string, IReadOnlyCollection<string>, Diagnostic> unknown)
    {
        if (Value(node, key) is not { } scalar)
        {
            return null;
        }

        if (known.Contains(scalar.Text))
        {
            return scalar.Text;
        }

        Report(unknown(PlaceOf(scalar), key, scalar.Text, known));
        return null;
    }

    /// <summary>The items of a list with at least one.</summary>
    public IReadOnlyList<YamlNode> Items(YamlNode node, string key)
    {
        if (node is YamlSequence { Items.Count: > 0 } sequence)
        {
            return sequence.Items;
        }

        if (node is YamlSequence)
        {
            Report(FileMessages.EmptyList(PlaceOf(node), key));
        }
        else if (node is not YamlRefused)
        {
            Report(FileMessages.WrongKind(PlaceOf(node), $"'{key}'", "a list", node));
        }

        return [];
    }
}
