using System.Text.RegularExpressions;

namespace SymbolicBackprop.Files.Equations;

/// <summary>
/// Whether σ is a quantity in equations, such as a standard deviation, or the sigmoid function: a quantity where it stands by itself
/// somewhere, as in 2σ² and σ = s, and nowhere before an opening bracket, that of the values of an index aside.
/// </summary>
internal static partial class SigmaLetter
{
    private const string Sigma = @"(?:\\sigma(?![A-Za-z])|σ)\s*(?:[_^]\s*(?:\{[^{}]*\}|\\[A-Za-z]+|[^\s\\{}])\s*)*";

    /// <summary>Whether it is a quantity.</summary>
    /// <param name="texts">All equations of a model.</param>
    public static bool IsQuantity(IReadOnlyList<EquationText> texts) =>
        texts.Any(text => ByItself().IsMatch(text.Formula.Text)) && !texts.Any(text => Applied().IsMatch(text.Formula.Text));

    [GeneratedRegex(Sigma + @"(?:$|[=+\-−})\],|&])", RegexOptions.CultureInvariant)]
    private static partial Regex ByItself();

    [GeneratedRegex(Sigma + @"(?:\\(?:left|[bB]igg?l?)\s*)?[(\[](?!\s*[A-Za-z]\s*(?:=|\\in))", RegexOptions.CultureInvariant)]
    private static partial Regex Applied();
}
