using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing;

namespace SymbolicBackprop.Cli;

/// <summary>What sheet a command line asks for.</summary>
/// <param name="Path">The network file.</param>
/// <param name="Output">Where the sheet goes, or null for the file's name with the format's ending, in the current folder.</param>
/// <param name="To">The name of the format.</param>
/// <param name="Fragment">Whether only the body is asked for.</param>
/// <param name="Detail">How much of all derivations is told, or null for what the file says.</param>
internal sealed record SheetRequest(string Path, string? Output, string To, bool Fragment, Detail? Detail)
{
    /// <summary>What the command line says of the notation of all questions.</summary>
    public Func<Notation, Notation> Notation { get; init; } = notation => notation;

    /// <summary>How much is taken on.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    // Pages are made of LaTeX by a program that may be missing, so they are no format of the library.
    private const string Pdf = "pdf";

    /// <summary>The names of all formats.</summary>
    public static string[] Formats => [.. OutputFormat.All.Select(format => format.Name), Pdf];

    /// <summary>The name of the format that the ending of a file speaks of; LaTeX where it is that of none.</summary>
    public static string FormatOf(string? output)
    {
        var ending = System.IO.Path.GetExtension(output)?.ToLowerInvariant();
        return ending == "." + Pdf ? Pdf : (OutputFormat.All.FirstOrDefault(format => format.Extension == ending) ?? OutputFormat.Latex).Name;
    }

    /// <summary>What help says of the formats.</summary>
    public static string Summary => string.Join(", ", OutputFormat.All.Select(format => $"{format.Name} ({format.Summary})")) + $", {Pdf} (the LaTeX set by an installed TeX)";

    /// <summary>The format, or null for pages.</summary>
    public OutputFormat? Format => OutputFormat.All.FirstOrDefault(format => format.Name == To);

    /// <summary>Where the sheet goes.</summary>
    public string Target => Output ?? System.IO.Path.GetFileName(System.IO.Path.ChangeExtension(Path, Format?.Extension ?? "." + Pdf));

    /// <summary>Whether the sheet is printed instead of written to a file.</summary>
    public bool IsPrinted => Target == OutputFile.StandardOutput;

    /// <summary>What does not go together in it, or null.</summary>
    public Diagnostic? Mistake => Fragment && To != OutputFormat.Latex.Name ? UsageMessages.FragmentOf(To)
        : IsPrinted && Format is null ? UsageMessages.PagesOnScreen
        : null;
}
