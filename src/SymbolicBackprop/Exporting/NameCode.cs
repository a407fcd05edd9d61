using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Exporting;

/// <summary>
/// Names of quantities as identifiers, reversibly: <c>w_{1,1}^(3)</c> is <c>w_1_1__3</c> where identifiers have underscores, a Greek letter
/// its word, <c>\hat{h}</c> <c>hath</c>, and a derivative <c>∂loss/∂w</c> is <c>dloss_dw</c>. A name of another form is written by the
/// numbers of its characters, behind <c>uni</c>.
/// </summary>
public sealed partial class NameCode
{
    private const string Escape = "uni";
    private const int EscapeDigits = 4;
    private const string Prediction = "yhat";

    // What dresses a letter up, by the word that stands before the letter.
    private static readonly (string Word, string Command)[] Dresses =
    [
        ("hat", @"\hat"), ("bar", @"\bar"), ("tilde", @"\tilde"), ("vec", @"\vec"), ("dot", @"\dot"),
        ("bf", @"\mathbf"), ("cal", @"\mathcal"), ("bb", @"\mathbb"), ("frak", @"\mathfrak"),
    ];

    /// <summary>What stands between the letter and what follows it.</summary>
    public string Start { get; init; } = "";

    /// <summary>What stands before an index.</summary>
    public string Index { get; init; } = "_";

    /// <summary>What stands before a layer, and before a sample.</summary>
    public string Mark { get; init; } = "__";

    /// <summary>What stands behind the dependent quantity of a derivative.</summary>
    public string Slash { get; init; } = "_";

    /// <summary>What is put behind a name that means something else in the system.</summary>
    public string Suffix { get; init; } = "_";

    /// <summary>Whether an identifier means something else in the system.</summary>
    public Func<string, bool> IsTaken { get; init; } = _ => false;

    // In it an m stands for a minus.
    private Regex Identifier => field ??= new(
        $@"^(?<letter>[A-Za-z]+)({Regex.Escape(Start)})?({Regex.Escape(Index)}(?<index>m?[0-9]+))*({Regex.Escape(Mark)}(?<mark>[0-9]+))*\z",
        RegexOptions.ExplicitCapture);

    /// <summary>The identifier of a name.</summary>
    /// <param name="name">A plain name such as <c>w_{1,1}^(3)</c>, or a derivative such as <c>∂loss/∂w_{1,1}^(3)</c>.</param>
    public string Encode(string name)
    {
        var code = Free(name);
        return IsTaken(code) ? code + Suffix : code;
    }

    /// <summary>The name of an identifier, or null where no name has it.</summary>
    public string? Decode(string identifier)
    {
        var code = identifier.EndsWith(Suffix, StringComparison.Ordinal) ? identifier[..^Suffix.Length] : identifier;
        return NameOf(code) is { } name && Encode(name) == identifier ? name : null;
    }

    private string Free(string name)
    {
        var derivative = Derivative().Match(name);
        var code = derivative.Success
            ? $"d{Free(derivative.Groups[1].Value)}{Slash}d{Free(derivative.Groups[2].Value)}"
            : Structured(name);
        // What does not come back has a form of its own.
        return code is not null && NameOf(code) == name ? code : Escaped(name);
    }

    private string? Structured(string name)
    {
        var parts = PlainName().Match(name);
        if (!parts.Success || CodeOfLetter(parts.Groups["letter"].Value) is not { } letter)
        {
            return null;
        }

        var rest = string.Concat(parts.Groups["index"].Captures.Select(index => Index + index.Value.Replace('-', 'm')))
            + string.Concat(parts.Groups["mark"].Captures.Select(mark => Mark + mark.Value));
        return rest.Length == 0 ? letter : letter + Start + rest;
    }

    private string? NameOf(string code)
    {
        if (code.StartsWith(Escape, StringComparison.Ordinal) && Unescaped(code[Escape.Length..]) is { } name)
        {
            return name;
        }

        // No name without a derivative has the mark in it: what follows an underscore there is a number.
        var slash = code.LastIndexOf(Slash + "d", StringComparison.Ordinal);
        if (slash > 1 && code[0] == 'd')
        {
            return NameOf(code[1..slash]) is { } of && NameOf(code[(slash + Slash.Length + 1)..]) is { } by ? $"∂{of}/∂{by}" : null;
        }

        var parts = Identifier.Match(code);
        if (!parts.Success)
        {
            return null;
        }

        string[] indices = [.. parts.Groups["index"].Captures.Select(index => index.Value.Replace('m', '-'))];
        return LetterOf(parts.Groups["letter"].Value)
            + (indices.Length switch { 0 => "", 1 => "_" + indices[0], _ => "_{" + string.Join(',', indices) + "}" })
            + (parts.Groups["mark"].Success ? "^" : "")
            + string.Concat(parts.Groups["mark"].Captures.Select(mark => $"({mark.Value})"));
    }

    private static string? CodeOfLetter(string letter)
    {
        if (letter == "ŷ")
        {
            return Prediction;
        }

        if (Letters.IsLetter(letter))
        {
            return letter[1..];
        }

        var dress = Array.Find(Dresses, each => letter.StartsWith(each.Command + "{", StringComparison.Ordinal));
        return dress.Word is null ? letter
            : CodeOfLetter(letter[(dress.Command.Length + 1)..^1]) is { } inner ? dress.Word + inner
            : null;
    }

    private static string LetterOf(string code)
    {
        if (code == Prediction)
        {
            return "ŷ";
        }

        if (Letters.IsLetter(@"\" + code))
        {
            return @"\" + code;
        }

        var dress = Array.Find(Dresses, each => code.StartsWith(each.Word, StringComparison.Ordinal)
            && (code.Length == each.Word.Length + 1 || Letters.IsLetter(@"\" + code[each.Word.Length..])));
        return dress.Word is null ? code : $"{dress.Command}{{{LetterOf(code[dress.Word.Length..])}}}";
    }

    private static string Escaped(string name) =>
        Escape + string.Concat(name.Select(character => ((int)character).ToString("x4", CultureInfo.InvariantCulture)));

    private static string? Unescaped(string digits)
    {
        if (digits.Length % EscapeDigits != 0 || digits.AsSpan().ContainsAnyExcept("0123456789abcdef"))
        {
            return null;
        }

        var name = new StringBuilder();
        for (var i = 0; i < digits.Length; i += EscapeDigits)
        {
            name.Append((char)ushort.Parse(digits.AsSpan(i, EscapeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }

    [GeneratedRegex("^∂(.+)/∂(.+)$", RegexOptions.Singleline)]
    private static partial Regex Derivative();

    [GeneratedRegex(@"^(?<letter>[A-Za-z]+|ŷ|\\[A-Za-z]+|\\[a-z]+\{[^{}]+\})(_(?<index>-?[0-9]+)|_\{(?<index>-?[0-9]+)(,(?<index>-?[0-9]+))+\})?(\^(\((?<mark>[0-9]+)\))+)?\z")]
    private static partial Regex PlainName();
}
