using System.Text.Json;
using CsCheck;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Robustness;

namespace SymbolicBackprop.Tests.Checking.Reports;

/// <summary>Reports of documents that went wrong in typing and copying.</summary>
public sealed class MutatedReportTests
{
    private static readonly string[] Documents = [.. ((string[])["verdicts.md", "page.tex"]).Select(name => CheckedDocument.Named(name).Document.Text)];

    [Fact]
    public void Every_document_has_a_report_in_every_format() =>
        Gen.Select(Mutation.Of(Documents), Gen.Enum<DocumentFormat>(), Gen.Int[1, 120]).Holds(
            input =>
            {
                var (text, format, width) = input;
                var report = CheckedDocument.Of(text, format: format);

                JsonDocument.Parse(ReportFormat.Json.Write(report)).Dispose();
                Assert.All(ReportFormat.Text.Write(report, new ReportOptions { Verbose = true, Width = width }), character => Assert.True(character == '\n' || character == '\t' || !char.IsControl(character)));
                var marked = ReportFormat.Markdown.Write(report).Split('\n');
                if (format == DocumentFormat.Markdown)
                {
                    Assert.True(HoldsInOrder(marked, text.TrimEnd('\n').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n')));
                }
            },
            times: 300);

    // Whether the lines are all there, with others between them.
    private static bool HoldsInOrder(string[] marked, string[] lines)
    {
        var next = 0;
        foreach (var line in marked)
        {
            next += next < lines.Length && line == lines[next] ? 1 : 0;
        }

        return next == lines.Length;
    }
}
