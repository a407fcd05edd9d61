using CsCheck;

namespace SymbolicBackprop.Robustness;

/// <summary>Texts made from others by small edits, as typing and copying go wrong.</summary>
internal static class Mutation
{
    private static readonly string[] Fragments =
    [
        @"\frac", @"\frac{", @"\left(", @"\right)", @"\left.", @"\right|_{P_1}", @"\underbrace{", "}_{", @"\sum_{j=1}^{2}", @"\partial ", @"\sqrt", @"\sqrt[3]",
        @"\text{", @"\mathrm d", @"\hat", @"\hat{y}", @"\tanh", @"\sigma", @"\operatorname{GELU}_{\tanh}", @"\Rightarrow", ":=", @"\cdot", @"\quad", @"\\", @"\\[2pt]", "&",
        @"\begin{aligned}", @"\end{aligned}", @"\begin{cases}", @"\end{cases}", @"\begin{align*}", @"\label{x}", @"\tag{1}", "(j = 1, 2)", @"\dots", @"\prime", "'", "^{(2)}",
        "^{[l-1]}", "_{11}", "_{1,2}", "^2", "^", "_", "{", "}", "{}", "(", ")", "[", "]", @"\{", @"\}", "|", "/", "*", "+", "-", "=", "?", ".", ",", ";", "!", ":", "~", "%", "\n", "\n\n", "$", "$$", @"\$",
        @"\(", @"\)", @"\[", @"\]", "`", "```\n", "<!--", "-->", @"\", "e^", "e", "f", "d", "w", "a", "z", "x_1", "12", "0.5", "۳", "∂", "δ", "ŷ", "\u200f", "\ud83d", "\0", "سلام", @"\verb|", @"\unknown",
    ];

    /// <summary>Texts made from one or two of a corpus by one edit or more.</summary>
    public static Gen<string> Of(IReadOnlyList<string> corpus) => Gen.Select(
        Gen.Int[0, corpus.Count - 1],
        Gen.Int[0, corpus.Count - 1],
        Gen.Select(Gen.Int[0, 6], Gen.Double.Unit, Gen.Double.Unit, Gen.Int[0, Fragments.Length - 1]).Array[1, 4],
        (first, second, edits) => edits.Aggregate(corpus[first], (text, edit) => Edited(text, corpus[second], edit)));

    private static string Edited(string text, string other, (int Kind, double Where, double Size, int Fragment) edit)
    {
        var at = (int)(edit.Where * text.Length);
        var length = Math.Min((int)(edit.Size * edit.Size * 12), text.Length - at);
        return edit.Kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Fragments[edit.Fragment]),
            2 => text.Remove(at, length).Insert(at, Fragments[edit.Fragment]),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text[..at] + other[(int)(edit.Size * other.Length)..],
            5 => text.Insert(at, string.Concat(Enumerable.Repeat(Fragments[edit.Fragment], (int)(edit.Size * edit.Size * 150)))),
            _ => text.Insert(at, ((char)(edit.Size * 0x700)).ToString()),
        };
    }
}
