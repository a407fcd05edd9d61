using System.Collections.Frozen;
using System.Text;

namespace SymbolicBackprop.Writing.MathML;

/// <summary>Letters, words and names of functions as elements of MathML.</summary>
internal static class Letters
{
    private static readonly FrozenDictionary<string, string> Greek = new Dictionary<string, string>
    {
        [@"\alpha"] = "α",
        [@"\beta"] = "β",
        [@"\gamma"] = "γ",
        [@"\delta"] = "δ",
        [@"\epsilon"] = "ϵ",
        [@"\varepsilon"] = "ε",
        [@"\zeta"] = "ζ",
        [@"\eta"] = "η",
        [@"\theta"] = "θ",
        [@"\vartheta"] = "ϑ",
        [@"\iota"] = "ι",
        [@"\kappa"] = "κ",
        [@"\lambda"] = "λ",
        [@"\mu"] = "μ",
        [@"\nu"] = "ν",
        [@"\xi"] = "ξ",
        [@"\pi"] = "π",
        [@"\rho"] = "ρ",
        [@"\varrho"] = "ϱ",
        [@"\sigma"] = "σ",
        [@"\varsigma"] = "ς",
        [@"\tau"] = "τ",
        [@"\upsilon"] = "υ",
        [@"\phi"] = "ϕ",
        [@"\varphi"] = "φ",
        [@"\chi"] = "χ",
        [@"\psi"] = "ψ",
        [@"\omega"] = "ω",
        [@"\Gamma"] = "Γ",
        [@"\Delta"] = "Δ",
        [@"\Theta"] = "Θ",
        [@"\Lambda"] = "Λ",
        [@"\Xi"] = "Ξ",
        [@"\Pi"] = "Π",
        [@"\Sigma"] = "Σ",
        [@"\Upsilon"] = "Υ",
        [@"\Phi"] = "Φ",
        [@"\Psi"] = "Ψ",
        [@"\Omega"] = "Ω",
        [@"\ell"] = "ℓ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Accents = new Dictionary<string, string>
    {
        [@"\hat"] = "^",
        [@"\bar"] = "¯",
        [@"\tilde"] = "~",
        [@"\vec"] = "→",
        [@"\dot"] = "˙",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Bold = @"\mathbf";

    // From small Greek letters to bold ones.
    private const int BoldGreek = 0x1D6C2 - 'α';

    private const int BoldDigits = 0x1D7CE;

    // Where the letters of an alphabet begin in Unicode: those from A on, then those from a on.
    private static readonly FrozenDictionary<string, (int Upper, int Lower)> Alphabets = new Dictionary<string, (int, int)>
    {
        [Bold] = (0x1D400, 0x1D41A),
        [@"\mathcal"] = (0x1D49C, 0x1D4B6),
        [@"\mathbb"] = (0x1D538, 0x1D552),
        [@"\mathfrak"] = (0x1D504, 0x1D51E),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Letters that Unicode had before their alphabets.
    private static readonly FrozenDictionary<int, int> Elsewhere = new Dictionary<int, int>
    {
        [0x1D49D] = 0x212C,
        [0x1D4A0] = 0x2130,
        [0x1D4A1] = 0x2131,
        [0x1D4A3] = 0x210B,
        [0x1D4A4] = 0x2110,
        [0x1D4A7] = 0x2112,
        [0x1D4A8] = 0x2133,
        [0x1D4AD] = 0x211B,
        [0x1D4BA] = 0x212F,
        [0x1D4BC] = 0x210A,
        [0x1D4C4] = 0x2134,
        [0x1D506] = 0x212D,
        [0x1D50B] = 0x210C,
        [0x1D50C] = 0x2111,
        [0x1D515] = 0x211C,
        [0x1D51D] = 0x2128,
        [0x1D53A] = 0x2102,
        [0x1D53F] = 0x210D,
        [0x1D545] = 0x2115,
        [0x1D547] = 0x2119,
        [0x1D548] = 0x211A,
        [0x1D549] = 0x211D,
        [0x1D551] = 0x2124,
    }.ToFrozenDictionary();

    /// <summary>A letter, a command for one, a dressed one such as <c>\hat{y}</c>, or a word.</summary>
    public static string Of(string letter)
    {
        var brace = letter.IndexOf('{', StringComparison.Ordinal);
        if (letter.StartsWith('\\') && brace > 0 && letter.EndsWith('}'))
        {
            var (dress, inner) = (letter[..brace], letter[(brace + 1)..^1]);
            return Accents.TryGetValue(dress, out var accent)
                ? $@"<mover accent=""true"">{Of(inner)}<mo stretchy=""false"">{accent}</mo></mover>"
                : dress == @"\boldsymbol" || (dress == Bold && inner is [>= '0' and <= '9']) ? $"<mi>{PlainBold(inner)}</mi>"
                : Alphabets.TryGetValue(dress, out var alphabet) && inner is [var plain] && char.IsAsciiLetter(plain)
                    ? $"<mi>{InAlphabet(plain, alphabet)}</mi>"
                    : Of(inner);
        }

        // TeX sets capital Greek letters upright; browsers slant every single letter.
        return Greek.TryGetValue(letter, out var greek) ? (char.IsAsciiLetterUpper(letter[1]) ? $@"<mi mathvariant=""normal"">{greek}</mi>" : $"<mi>{greek}</mi>")
            : letter.Length == 1 ? $"<mi>{Escaped(letter)}</mi>"
            : letter.StartsWith('\\') ? $"<mi>{Escaped(letter[1..])}</mi>"
            : $"<mtext>{Escaped(letter)}</mtext>";
    }

    /// <summary>A letter or a word as plain text; accents follow the letter that they stand on.</summary>
    public static string Plain(string letter)
    {
        var brace = letter.IndexOf('{', StringComparison.Ordinal);
        if (letter.StartsWith('\\') && brace > 0 && letter.EndsWith('}'))
        {
            var inner = letter[(brace + 1)..^1];
            return letter[..brace] is Bold or @"\boldsymbol" ? PlainBold(inner) : Plain(inner) + (letter[..brace] switch
            {
                @"\hat" => "\u0302",
                @"\bar" => "\u0304",
                @"\tilde" => "\u0303",
                _ => "",
            });
        }

        return Greek.TryGetValue(letter, out var greek) ? greek : letter.TrimStart('\\');
    }

    /// <summary>The name of a function from its LaTeX: <c>\tanh</c>, <c>\operatorname{ReLU}</c>, <c>\operatorname{GELU}_{\tanh}</c>.</summary>
    public static string OfFunction(string latex)
    {
        var (name, script) = PartsOfFunction(latex);
        var written = name.StartsWith('\\') ? Of(name) : $"<mi>{Escaped(name)}</mi>";
        return script is null ? written : $"<msub>{written}{OfFunction(script)}</msub>";
    }

    /// <summary>The same as plain text.</summary>
    public static string PlainFunction(string latex)
    {
        var (name, script) = PartsOfFunction(latex);
        return Plain(name) + (script is null ? "" : "_" + PlainFunction(script));
    }

    private static (string Name, string? Script) PartsOfFunction(string latex)
    {
        const string upright = @"\operatorname{";
        var script = latex.IndexOf("}_{", StringComparison.Ordinal);
        var name = script < 0 ? latex : latex[..(script + 1)];
        return (name.StartsWith(upright, StringComparison.Ordinal) ? name[upright.Length..^1] : name, script < 0 ? null : latex[(script + 3)..^1]);
    }

    /// <summary>Text with what is special in HTML and XML replaced.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string PlainBold(string letter) => letter is [>= '0' and <= '9' and var digit] ? char.ConvertFromUtf32(BoldDigits + (digit - '0'))
        : letter is [var plain] && char.IsAsciiLetter(plain) ? InAlphabet(plain, Alphabets[Bold])
        : Greek.TryGetValue(letter, out var greek) && greek is [>= 'α' and <= 'ω'] ? char.ConvertFromUtf32(greek[0] + BoldGreek)
        : Plain(letter);

    private static string InAlphabet(char letter, (int Upper, int Lower) alphabet)
    {
        var point = char.IsAsciiLetterUpper(letter) ? alphabet.Upper + (letter - 'A') : alphabet.Lower + (letter - 'a');
        return char.ConvertFromUtf32(Elsewhere.GetValueOrDefault(point, point));
    }
}
