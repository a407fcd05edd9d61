using System.Collections.Frozen;
using System.Text;

namespace SymbolicBackprop.Notations;

/// <summary>
/// The characters that words in a complete document can have: those of Latin Modern, the font that LaTeX's engines share, and
/// signs for which mathematics has a command. A language can have letters of its own.
/// </summary>
internal static class PrintableCharacters
{
    // Of these blocks, Latin-1 to Latin Extended-A, the font lacks a few in one engine or the other.
    private const char LastLatin = '\u017F';
    private const string Lacking = "ĦħĸĿŀŉŦŧſ";

    // Mathematics in words and in mathematics alike.
    private const string Setting = @"\ensuremath";

    private const string Punctuation = "–—‘’‚“”„†‡•…‰‹›€™";

    private static readonly FrozenDictionary<char, string> Commands = new Dictionary<char, string>
    {
        ['α'] = @"\alpha",
        ['β'] = @"\beta",
        ['γ'] = @"\gamma",
        ['δ'] = @"\delta",
        ['ε'] = @"\varepsilon",
        ['ζ'] = @"\zeta",
        ['η'] = @"\eta",
        ['θ'] = @"\theta",
        ['ι'] = @"\iota",
        ['κ'] = @"\kappa",
        ['λ'] = @"\lambda",
        ['μ'] = @"\mu",
        ['ν'] = @"\nu",
        ['ξ'] = @"\xi",
        ['π'] = @"\pi",
        ['ρ'] = @"\rho",
        ['σ'] = @"\sigma",
        ['τ'] = @"\tau",
        ['υ'] = @"\upsilon",
        ['φ'] = @"\varphi",
        ['ϕ'] = @"\phi",
        ['χ'] = @"\chi",
        ['ψ'] = @"\psi",
        ['ω'] = @"\omega",
        ['Γ'] = @"\Gamma",
        ['Δ'] = @"\Delta",
        ['Θ'] = @"\Theta",
        ['Λ'] = @"\Lambda",
        ['Ξ'] = @"\Xi",
        ['Π'] = @"\Pi",
        ['Σ'] = @"\Sigma",
        ['Φ'] = @"\Phi",
        ['Ψ'] = @"\Psi",
        ['Ω'] = @"\Omega",
        ['ℓ'] = @"\ell",
        ['∂'] = @"\partial",
        ['∇'] = @"\nabla",
        ['∑'] = @"\sum",
        ['∏'] = @"\prod",
        ['−'] = "-",
        ['⋅'] = @"\cdot",
        ['′'] = "'",
        ['∞'] = @"\infty",
        ['≈'] = @"\approx",
        ['≠'] = @"\neq",
        ['≤'] = @"\leq",
        ['≥'] = @"\geq",
        ['∈'] = @"\in",
        ['→'] = @"\to",
        ['←'] = @"\leftarrow",
        ['↦'] = @"\mapsto",
        ['⇒'] = @"\Rightarrow",
        ['√'] = @"\surd",
    }.ToFrozenDictionary();

    /// <summary>The command of mathematics that a sign stands for.</summary>
    public static bool TryFindCommand(char sign, out string command)
    {
        command = Commands.GetValueOrDefault(sign, "");
        return command.Length > 0;
    }

    /// <summary>Words with signs in the places of the commands that set them in the middle of words.</summary>
    public static string WithSigns(string words) => words.Contains(Setting, StringComparison.Ordinal)
        ? Commands.Aggregate(words, (text, sign) => text.Replace($"{Setting}{{{sign.Value}}}", sign.Key.ToString(), StringComparison.Ordinal))
        : words;

    /// <summary>A sign in the middle of words, set by its command.</summary>
    public static string InWords(string command) => $"{Setting}{{{command}}}";

    /// <summary>The first character of a text that the fonts of a sheet lack, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasLetter">Whether the fonts of its language have a character beside these.</param>
    public static Rune? FirstLacking(string text, Func<char, bool> hasLetter)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || !(IsInFont((char)rune.Value) || Commands.ContainsKey((char)rune.Value) || hasLetter((char)rune.Value)))
            {
                return rune;
            }
        }

        return null;
    }

    private static bool IsInFont(char character) => Punctuation.Contains(character, StringComparison.Ordinal)
        || (character <= LastLatin && !char.IsControl(character) && !Lacking.Contains(character, StringComparison.Ordinal));
}
