using System.Collections.Frozen;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>Brackets and bars in all their spellings, and the commands that size them.</summary>
internal static class Delimiters
{
    private static readonly FrozenDictionary<string, (string Text, Side Side)> Spellings = new Dictionary<string, (string, Side)>
    {
        ["("] = ("(", Side.Opening),
        [")"] = (")", Side.Closing),
        ["["] = ("[", Side.Opening),
        ["]"] = ("]", Side.Closing),
        [@"\lbrack"] = ("[", Side.Opening),
        [@"\rbrack"] = ("]", Side.Closing),
        [@"\{"] = (@"\{", Side.Opening),
        [@"\}"] = (@"\}", Side.Closing),
        [@"\lbrace"] = (@"\{", Side.Opening),
        [@"\rbrace"] = (@"\}", Side.Closing),
        ["|"] = ("|", Side.Unknown),
        [@"\vert"] = ("|", Side.Unknown),
        [@"\|"] = (@"\|", Side.Unknown),
        [@"\Vert"] = (@"\|", Side.Unknown),
        [@"\lVert"] = (@"\|", Side.Opening),
        [@"\rVert"] = (@"\|", Side.Closing),
        [@"\lvert"] = ("|", Side.Opening),
        [@"\rvert"] = ("|", Side.Closing),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Side> Sizes = new[] { @"\big", @"\Big", @"\bigg", @"\Bigg" }
        .SelectMany(size => new[] { (size, Side.Unknown), (size + "l", Side.Opening), (size + "r", Side.Closing), (size + "m", Side.Unknown) })
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The bracket or bar of a spelling.</summary>
    public static bool TryFind(string spelling, out (string Text, Side Side) delimiter) => Spellings.TryGetValue(spelling, out delimiter);

    /// <summary>The side that a command such as \bigl says its delimiter is on.</summary>
    public static bool IsSize(string command, out Side side) => Sizes.TryGetValue(command, out side);

    /// <summary>What closes an opening bracket.</summary>
    public static string ClosingOf(string opening) => opening switch
    {
        "(" => ")",
        "[" => "]",
        @"\{" => @"\}",
        _ => throw new InvalidOperationException($"{opening} opens no bracket."),
    };
}
