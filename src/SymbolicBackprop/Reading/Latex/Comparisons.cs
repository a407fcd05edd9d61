using System.Collections.Frozen;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>The signs of order that conditions are written with, in all their spellings.</summary>
internal static class Comparisons
{
    private static readonly FrozenDictionary<string, Comparison> Spellings = new Dictionary<string, Comparison>
    {
        ["<"] = new(IsRising: true, IncludesBound: false),
        [@"\lt"] = new(IsRising: true, IncludesBound: false),
        [@"\le"] = new(IsRising: true, IncludesBound: true),
        [@"\leq"] = new(IsRising: true, IncludesBound: true),
        [@"\leqslant"] = new(IsRising: true, IncludesBound: true),
        [">"] = new(IsRising: false, IncludesBound: false),
        [@"\gt"] = new(IsRising: false, IncludesBound: false),
        [@"\ge"] = new(IsRising: false, IncludesBound: true),
        [@"\geq"] = new(IsRising: false, IncludesBound: true),
        [@"\geqslant"] = new(IsRising: false, IncludesBound: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a command spells a sign of order.</summary>
    public static bool IsSpelling(string command) => Spellings.ContainsKey(command);

    /// <summary>The sign that a token is, or null.</summary>
    public static Comparison? Of(Token token) =>
        token.Kind is TokenKind.Sign or TokenKind.Command && Spellings.TryGetValue(token.Text, out var comparison) ? comparison : null;
}

/// <summary>A sign of order.</summary>
/// <param name="IsRising">Whether the greater side stands behind it.</param>
/// <param name="IncludesBound">Whether both sides may be equal.</param>
internal readonly record struct Comparison(bool IsRising, bool IncludesBound);
