using System.Collections.Frozen;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>Characters that people type for commands.</summary>
internal static class UnicodeSigns
{
    private static readonly FrozenDictionary<char, string> Commands = new Dictionary<char, string>
    {
        ['∂'] = @"\partial",
        ['∇'] = @"\nabla",
        ['⊙'] = @"\odot",
        ['⊤'] = @"\top",
        ['∑'] = @"\sum",
        ['·'] = @"\cdot",
        ['⋅'] = @"\cdot",
        ['×'] = @"\times",
        ['⇒'] = @"\Rightarrow",
        ['⟹'] = @"\implies",
        ['→'] = @"\to",
        ['←'] = @"\leftarrow",
        ['≈'] = @"\approx",
        ['≤'] = @"\le",
        ['≥'] = @"\ge",
        ['≔'] = @"\coloneqq",
        ['…'] = @"\dots",
        ['α'] = @"\alpha",
        ['β'] = @"\beta",
        ['γ'] = @"\gamma",
        ['δ'] = @"\delta",
        ['ε'] = @"\epsilon",
        ['η'] = @"\eta",
        ['θ'] = @"\theta",
        ['λ'] = @"\lambda",
        ['μ'] = @"\mu",
        ['π'] = @"\pi",
        ['σ'] = @"\sigma",
        ['φ'] = @"\varphi",
        ['ϕ'] = @"\phi",
        ['ℓ'] = @"\ell",
    }.ToFrozenDictionary();

    /// <summary>The command that a character stands for.</summary>
    public static bool TryFind(char character, out string command)
    {
        if (Commands.TryGetValue(character, out var found))
        {
            command = found;
            return true;
        }

        command = "";
        return false;
    }

    /// <summary>A Latin, Persian or Arabic digit, or −1.</summary>
    public static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= '\u06F0' and <= '\u06F9' => character - '\u06F0',
        >= '\u0660' and <= '\u0669' => character - '\u0660',
        _ => -1,
    };

    /// <summary>
    /// Whether a character is blank: white space, and marks that only steer the direction of writing. Those that override it, U+202D and
    /// U+202E, are not: under them a − b is seen as b − a.
    /// </summary>
    public static bool IsBlank(char character) => char.IsWhiteSpace(character)
        || character is '~' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u061C'
        || character is >= '\u202A' and <= '\u202C' or >= '\u2066' and <= '\u2069';
}
