using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>What can be wrong with a document that is to be checked.</summary>
internal static class DocumentMessages
{
    public static Diagnostic UnknownEnding(string name) => Diagnostic.Error(
        null,
        $"it is not clear what '{name}' is written in; known endings are {string.Join(", ", DocumentLanguage.All.SelectMany(language => language.Endings))}",
        $"say it with --document-format {string.Join('|', DocumentLanguage.All.Select(language => language.Name))}");

    /// <summary>Why there is nothing to check: mathematics that does not end, or else no mathematics.</summary>
    public static IEnumerable<Diagnostic> NoFormulas(CheckReport report, DocumentLanguage language) => report.Findings.IsEmpty
        ? [Diagnostic.Error(null, $"'{report.Document.Name}' has no formulas", $"formulas stand in {language.Mathematics}")]
        : report.Findings.Select(finding => Diagnostic.Error(report.Document.PlaceAt(finding.Span.Offset, finding.Span.Length), finding.Message, finding.Expected));
}
