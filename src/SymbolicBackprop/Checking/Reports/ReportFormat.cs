using System.Collections.Immutable;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>A format of reports. A format is one class and one line in <see cref="All"/>.</summary>
public abstract class ReportFormat
{
    private protected ReportFormat()
    {
    }

    /// <summary>Text for a screen.</summary>
    public static ReportFormat Text { get; } = new TextReport();

    /// <summary>JSON, as examples/check-report.schema.json describes it.</summary>
    public static ReportFormat Json { get; } = new JsonReport();

    /// <summary>Markdown: the document with notes on its formulas.</summary>
    public static ReportFormat Markdown { get; } = new MarkdownReport();

    /// <summary>All formats.</summary>
    public static ImmutableArray<ReportFormat> All => [Text, Json, Markdown];

    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public abstract string Summary { get; }

    /// <summary>Writes a report; lines end in a line feed.</summary>
    public string Write(CheckReport report, ReportOptions? options = null) => string.Concat(WriteStyled(report, options).Select(piece => piece.Text));

    /// <summary>Writes a report in pieces that have colours on a screen; together they are what <see cref="Write"/> gives.</summary>
    public abstract IEnumerable<StyledText> WriteStyled(CheckReport report, ReportOptions? options = null);
}
