using System.Globalization;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>What can go wrong where pages are made.</summary>
internal static class TexMessages
{
    public static Diagnostic NotInstalled { get; } = Diagnostic.Error(
        null,
        "neither pdflatex nor xelatex is installed, and pages are made by one of them",
        "on Debian and Ubuntu: apt-get install texlive-latex-recommended texlive-fonts-recommended lmodern; or write LaTeX with --to latex");

    public static Diagnostic TooLong(string engine, TimeSpan limit) => Diagnostic.Error(
        null, string.Create(CultureInfo.InvariantCulture, $"{engine} did not finish within {limit.TotalSeconds:0} seconds"), "write LaTeX with --to latex and see what keeps it");

    public static Diagnostic Failed(string engine, string reason) => Diagnostic.Error(
        null, $"{engine} did not make the pages: {reason}", "write LaTeX with --to latex to look into it; if its mathematics is at fault, please report it");
}
