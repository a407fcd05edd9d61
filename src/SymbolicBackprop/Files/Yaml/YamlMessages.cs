using System.Globalization;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Files.Yaml;

/// <summary>What can be wrong with a network file as YAML.</summary>
internal static class YamlMessages
{
    public static Diagnostic Empty(Place place) => Diagnostic.Error(
        place,
        "the file is empty",
        "describe a network under the key 'network:' and list questions under 'questions:'");

    public static Diagnostic TooLong(Place place, int longest) => Diagnostic.Error(
        place, FormattableString.Invariant($"the file is longer than {longest} characters"), "is it a network file? " + Limit.Hint("network-file"));

    public static Diagnostic TooDeep(Place place, int deepest) => Diagnostic.Error(
        place, FormattableString.Invariant($"lists and keys stand inside one another more than {deepest} deep"));

    public static Diagnostic Tab(Place place) => Diagnostic.Error(
        place, "a tab indents this line; YAML takes only spaces for that", "put spaces in its place");

    public static Diagnostic ControlCharacter(Place place, char character) => Diagnostic.Error(
        place,
        $"the control character U+{((int)character).ToString("X4", CultureInfo.InvariantCulture)} stands here",
        "remove it");

    public static Diagnostic SecondDocument(Place place) => Diagnostic.Error(
        place, "a second document starts here; a network file holds one", "remove the line '---', or make two files");

    public static Diagnostic Anchor(Place place, string name) => Diagnostic.Error(
        place, $"anchors such as {Wording.Quoted("&" + name)} are not used in network files", "leave it out");

    public static Diagnostic Alias(Place place, string name) => Diagnostic.Error(
        place, $"aliases such as {Wording.Quoted("*" + name)} are not used in network files", "write the value itself");

    public static Diagnostic Tag(Place place) => Diagnostic.Error(
        place, "tags such as '!!int' are not used in network files", "leave it out, or put a text that starts with '!' in quotes");

    public static Diagnostic KeyIsNoWord(Place place) => Diagnostic.Error(
        place, "a key must be a word", "write 'key: value'; put mathematics with braces in single quotes");

    public static Diagnostic SecondColon(Place place) => Diagnostic.Error(
        place, "a second ':' stands in this line", "put a text that has a ':' in quotes");

    public static Diagnostic LineDoesNotFit(Place place) => Diagnostic.Error(
        place,
        "this line does not fit the one above it",
        "either it is indented too far, or the one above it lacks ': ' between key and value");

    public static Diagnostic KeyExpected(Place place) => Diagnostic.Error(
        place,
        "a key such as 'title: ' was expected here",
        "keys of one block start in the same column, and each has ': ' between it and its value");

    public static Diagnostic ItemDoesNotFit(Place place) => Diagnostic.Error(
        place, "this item belongs to no list", "items of one list start in the same column, each with '- '");

    public static Diagnostic TextAfterQuote(Place place) => Diagnostic.Error(
        place, "text stands after the closing quote", "put all of the text in quotes; between single quotes write ' twice");

    public static Diagnostic TextAfterBracket(Place place) => Diagnostic.Error(
        place, "something stands after the closing bracket", "remove it, or put it on a line of its own");

    public static Diagnostic ItemExpected(Place place) => Diagnostic.Error(
        place, "'- ' was expected here, as the line belongs to a list", "start each item in the same column with '- '");

    public static Diagnostic CommaExpected(Place place, char close) => Diagnostic.Error(
        place, $"',' or '{close}' was expected here", "close each '[' with ']' and each '{' with '}'");

    public static Diagnostic QuotesExpected(Place place, char close) => Diagnostic.Error(
        place, $"',' or '{close}' was expected here", "between brackets, mathematics such as 'w_{11}^{(3)}' needs single quotes");

    public static Diagnostic NotClosed(Place place) => Diagnostic.Error(
        place, "a bracket that was opened is not closed after this", "close each '[' with ']' and each '{' with '}'");

    public static Diagnostic QuoteNotClosed(Place place) => Diagnostic.Error(
        place, "the quote that opens here is not closed", "end the text with the same quote");

    public static Diagnostic UnknownEscape(Place place) => Diagnostic.Error(
        place, "this means nothing between double quotes", "put mathematics in single quotes, or in none");

    public static Diagnostic CannotStart(Place place) => Diagnostic.Error(
        place, "a text cannot start with this character", "put the text in single quotes");

    public static Diagnostic ListOnKeyLine(Place place) => Diagnostic.Error(
        place, "a list cannot start here", "put each '- ' on a line of its own, below the key");

    public static Diagnostic ValueExpected(Place place) => Diagnostic.Error(
        place, "a value was expected here", "put a text that starts with a bracket or a comma in quotes");

    public static Diagnostic Other(Place place, string parserMessage) => Diagnostic.Error(
        place, $"this is not YAML: {parserMessage.TrimEnd('.')}");
}
