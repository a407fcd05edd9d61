using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Languages;

namespace SymbolicBackprop.Cli;

/// <summary>What can go wrong where pages are made.</summary>
internal static class TexMessages
{
    public static Diagnostic NotInstalled(LatexSetup setup) => Diagnostic.Error(
        null,
        setup.Engines is [var only]
            ? $"{only} is not installed, and pages in this language are made by it"
            : $"neither {string.Join(" nor ", setup.Engines)} is installed, and pages are made by one of them",
        $"{Install(setup)}; or write LaTeX with --to latex");

    public static Diagnostic TooLong(string engine, int seconds) => Diagnostic.Error(
        null, FormattableString.Invariant($"{engine} did not finish within {Wording.Count(seconds, "second")}"), "write LaTeX with --to latex and see what keeps it, or " + Limit.Hint("seconds"));

    public static Diagnostic TooLarge(string engine, int megabytes) => Diagnostic.Error(
        null, FormattableString.Invariant($"{engine} wrote more than {megabytes} MB"), "write LaTeX with --to latex and see what fills it, or " + Limit.Hint("output"));

    public static Diagnostic Failed(string engine, string reason, LatexSetup setup) => Diagnostic.Error(
        null,
        $"{engine} did not make the pages: {reason}",
        NamesWhatIsMissing(reason) ? Install(setup) : "write LaTeX with --to latex to look into it; if its mathematics is at fault, please report it");

    // Of a package TeX says "not found", of a font "cannot be found".
    private static bool NamesWhatIsMissing(string reason) =>
        reason.Contains("not found", StringComparison.Ordinal) || reason.Contains("cannot be found", StringComparison.Ordinal);

    private static string Install(LatexSetup setup) => $"on Debian and Ubuntu: apt-get install {setup.DebianPackages}";
}
