namespace SymbolicBackprop.Languages;

/// <summary>What LaTeX needs to set a language: engine, fonts and packages.</summary>
/// <param name="Engines">The engines that can set it, the one to prefer first.</param>
/// <param name="DebianPackages">What Debian and its kin call the packages that hold all of it.</param>
/// <param name="FirstLines">The lines of the preamble before all packages of a sheet.</param>
/// <param name="LastLines">The lines of the preamble after them.</param>
internal sealed record LatexSetup(IReadOnlyList<string> Engines, string DebianPackages, string FirstLines, string LastLines)
{
    /// <summary>The setup of languages in Latin letters.</summary>
    public static LatexSetup Latin { get; } = new(
        ["pdflatex", "xelatex"],
        "texlive-latex-recommended texlive-fonts-recommended lmodern",
        """
        \usepackage{iftex}
        \ifpdftex
          \usepackage[T1]{fontenc}
          \usepackage{lmodern}
        \else
          \usepackage{fontspec}
        \fi

        """,
        "");

    /// <summary>The command around words that run from left to right among others; null where all do.</summary>
    public string? LeftToRightCommand { get; init; }

    /// <summary>The environment around what runs from left to right, such as a picture; null where everything does.</summary>
    public string? LeftToRightEnvironment { get; init; }

    /// <summary>A picture, or something else of lines of its own, kept from left to right.</summary>
    public string LeftToRight(string lines) =>
        LeftToRightEnvironment is { } name ? $"\\begin{{{name}}}\n{lines}\n\\end{{{name}}}" : lines;
}
