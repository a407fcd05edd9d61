using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Files;

/// <summary>
/// Reads an activation: the name of one of the catalogue, or a formula in z written in LaTeX, such as <c>z/(1+e^{-z})</c>. Other
/// letters of a formula are parameters.
/// </summary>
public static class ActivationReader
{
    // A longer run of letters is meant as a word, unless it is the name of a function.
    private const int LongestProductOfLetters = 2;

    private static readonly string[] Names = [.. Activation.All.Select(activation => activation.Name).Order(StringComparer.Ordinal)];

    /// <summary>Reads an activation.</summary>
    /// <param name="source">The name or the formula.</param>
    public static ReadResult<Activation> Read(SourceText source) => Read(PlacedText.Of(source));

    /// <summary>Reads an activation.</summary>
    /// <param name="placed">The name or the formula.</param>
    /// <param name="otherNames">Names that stand for something else there, for messages.</param>
    internal static ReadResult<Activation> Read(PlacedText placed, params IEnumerable<string> otherNames)
    {
        var text = placed.Text;
        if (Activation.Find(text.Trim()) is { } known)
        {
            return ReadResult.Of(known);
        }

        if (IsMeantAsName(text))
        {
            return ReadResult.Failed<Activation>(FileMessages.UnknownActivation(placed.Whole, text, [.. Names.Concat(otherNames).Order(StringComparer.Ordinal)]));
        }

        var reading = ActivationFormulaReader.Read(text);
        return reading.Value is { } activation
            ? ReadResult.Of(activation)
            : ReadResult.Failed<Activation>(AsDiagnostic(reading.Error!, placed));
    }

    private static Diagnostic AsDiagnostic(Finding error, PlacedText placed) =>
        Diagnostic.Error(placed.PlaceAt(error.Span.Offset, Math.Max(1, error.Span.Length)), error.Message, error.Expected);

    private static bool IsMeantAsName(string text)
    {
        if (!text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or ' '))
        {
            return false;
        }

        var words = text.Split([' ', '-', .. "0123456789"], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => word.Length > LongestProductOfLetters && FunctionWords.Find(word) is null)
            || Wording.Closest(text, Names) is not null;
    }
}
