using Spectre.Console;
using SymbolicBackprop.Checking.Reports;

namespace SymbolicBackprop.Cli;

/// <summary>Text in the colours of a terminal.</summary>
internal static class ColoredText
{
    /// <summary>Whether a console shows colours and its user wants them (https://no-color.org).</summary>
    public static bool IsShownBy(TextWriter console) => AnsiCapabilities.Create(console) is { Ansi: true, ColorSystem: not ColorSystem.NoColors };

    /// <summary>The text with the terminal's own sixteen colours, which its user has chosen to be readable.</summary>
    public static string Of(IEnumerable<StyledText> pieces)
    {
        using var text = new StringWriter();
        var writer = new AnsiWriter(text, new AnsiCapabilities { Ansi = true, ColorSystem = ColorSystem.Standard });
        foreach (var piece in pieces)
        {
            writer.Write(piece.Text, StyleOf(piece.Emphasis));
        }

        return text.ToString();
    }

    private static Style StyleOf(Emphasis emphasis) => emphasis switch
    {
        Emphasis.None => Style.Plain,
        Emphasis.Strong => new Style(decoration: Decoration.Bold),
        Emphasis.Faint => new Style(Color.Grey),
        Emphasis.Right => new Style(Color.Green),
        Emphasis.Doubtful => new Style(Color.Yellow),
        Emphasis.Wrong => new Style(Color.Red),
        _ => throw new InvalidOperationException($"Unknown emphasis {emphasis}."),
    };
}
