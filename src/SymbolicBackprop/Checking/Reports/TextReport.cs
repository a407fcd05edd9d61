using System.Globalization;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>Text for a screen: what there is to say, each with its place, the formula with carets under the place, and what is right.</summary>
internal sealed class TextReport : ReportFormat
{
    public override string Name => "text";

    public override string Summary => "for a screen";

    public override IEnumerable<StyledText> WriteStyled(CheckReport report, ReportOptions? options = null)
    {
        options ??= new ReportOptions();
        var sentences = new ReportSentences(report);
        var layout = new Layout(report.Document, Math.Max(ReportOptions.LeastWidth, options.Width));
        foreach (var (extent, remark) in Remarks(report, sentences).Where(each => options.Verbose || each.Remark.IsNoteworthy))
        {
            layout.Add(extent, remark);
        }

        if (sentences.Delta is { } delta)
        {
            layout.AddWrapped(delta, "", Emphasis.None);
        }

        layout.Add(sentences.Summary + "\n", Emphasis.Strong);
        return layout.Text;
    }

    // In the order of the document.
    private static IEnumerable<(TextSpan Extent, Remark Remark)> Remarks(CheckReport report, ReportSentences sentences) => report.Findings
        .Select(finding => (Extent: TextSpan.Between(finding.Span.Offset, report.Document.LineAt(finding.Span.Offset).End), Remark: ReportSentences.Of(finding)))
        .Concat(report.Formulas.SelectMany(formula => sentences.Of(formula).Select(remark => (Extent: formula.Formula.Span, Remark: remark))))
        .OrderBy(each => each.Extent.Offset);

    private sealed class Layout(SourceText document, int width)
    {
        private const string Indent = "  ";

        private readonly List<StyledText> text = [];

        public IEnumerable<StyledText> Text => text;

        /// <summary>Adds a piece of a line, or the end of one.</summary>
        public void Add(string piece, Emphasis emphasis = Emphasis.None)
        {
            if (piece.Length > 0)
            {
                text.Add(new StyledText(piece.EndsWith('\n') ? Wording.Visible(piece[..^1]) + "\n" : Wording.Visible(piece), emphasis));
            }
        }

        public void Add(TextSpan extent, Remark remark)
        {
            var emphasis = EmphasisOf(remark.Standing);
            var (number, start, end) = document.LineAt(remark.Place.Offset);
            var column = Math.Min(remark.Place.Offset, end) - start + 1;
            Add(string.Create(CultureInfo.InvariantCulture, $"{document.Name}:{number}:{column}: "), Emphasis.Strong);
            Add(remark.Verdict, emphasis);
            Add($": {remark.Reason}\n");
            AddLine(number, start, end, extent, remark.Place, emphasis);
            foreach (var detail in remark.Details)
            {
                AddWrapped(detail, Indent, Emphasis.None);
            }

            var labels = remark.Exhibits.Select(exhibit => exhibit.Label.Length).DefaultIfEmpty(0).Max();
            foreach (var exhibit in remark.Exhibits)
            {
                Add(exhibit.Steps.Count == 0 ? $"{Indent}{exhibit.Label}" : $"{Indent}{exhibit.Label}:{new string(' ', labels - exhibit.Label.Length + 1)}");
                Add(string.Join(" → ", exhibit.Steps) + "\n", EmphasisOf(exhibit.Standing));
            }

            Add("\n");
        }

        /// <summary>Adds a text in lines that are no longer than the screen is wide.</summary>
        public void AddWrapped(string sentence, string indent, Emphasis emphasis)
        {
            var line = indent;
            foreach (var word in sentence.Split(' '))
            {
                if (line.Length > indent.Length && line.Length + 1 + word.Length > width)
                {
                    Add(line + "\n", emphasis);
                    line = indent;
                }

                line += line.Length > indent.Length ? " " + word : word;
            }

            Add(line + "\n", emphasis);
        }

        // Of the formula alone: words around it may be written from right to left.
        private void AddLine(int number, int start, int end, TextSpan extent, TextSpan place, Emphasis emphasis)
        {
            start = Math.Max(start, extent.Offset);
            end = Math.Max(Math.Min(end, extent.End), start);
            var gutter = string.Create(CultureInfo.InvariantCulture, $"{Indent}{number} | ");
            var from = Math.Clamp(place.Offset, start, end);
            var line = PointedLine.Of(document.Text[start..end], from - start, place.End - from, width - gutter.Length - 2);
            Add(gutter, Emphasis.Faint);
            Add(line.Before);
            Add(line.Meant, emphasis);
            Add(line.After + "\n");
            Add(string.Concat(new string(' ', gutter.Length - 2), "| "), Emphasis.Faint);
            Add(line.Carets + "\n", emphasis);
        }

        private static Emphasis EmphasisOf(Standing standing) => standing switch
        {
            Standing.Right => Emphasis.Right,
            Standing.Neutral => Emphasis.Faint,
            Standing.Doubtful => Emphasis.Doubtful,
            Standing.Wrong => Emphasis.Wrong,
            _ => throw new InvalidOperationException($"Unknown standing {standing}."),
        };
    }
}
