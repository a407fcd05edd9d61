using System.Text;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;

namespace SymbolicBackprop.Writing.Text;

/// <summary>Writes documents as plain text, for terminals and mails.</summary>
public static class TextDocument
{
    /// <summary>The text.</summary>
    public static string Write(Document document)
    {
        var text = new StringBuilder();
        AppendHeading(text, document.Title, '=');
        foreach (var block in document.Blocks)
        {
            text.Append('\n');
            switch (block)
            {
                case Heading heading:
                    AppendHeading(text, Prose(heading.Text, heading.Notation, document), heading.Level == 1 ? '=' : '-');
                    break;
                case Paragraph paragraph:
                    text.Append(Prose(paragraph.Text, paragraph.Notation, document)).Append('\n');
                    break;
                case Figure figure:
                    text.Append(Isolates.Mathematics($"[{PictureDescription.Of(figure.Picture, figure.Notation)}]", document.IsRightToLeft)).Append('\n');
                    break;
                case Table table:
                    AppendTable(text, table, document);
                    break;
                case Equations equations:
                    foreach (var equation in equations.Items)
                    {
                        text.Append(Line(equation, new PlainTextWriter(equations.Notation), document)).Append('\n');
                    }

                    break;
                default:
                    throw new InvalidOperationException($"Unknown block {block.GetType().Name}.");
            }
        }

        return text.ToString();
    }

    private static void AppendHeading(StringBuilder text, string heading, char line) => text.Append(heading).Append('\n').Append(line, Math.Max(PointedLine.ColumnsOf(heading), 3)).Append('\n');

    private static void AppendTable(StringBuilder text, Table table, Document document)
    {
        List<List<string>> rows = [.. table.Rows.Prepend(table.Header).Select(row => row.Select(cell => Prose(cell, table.Notation, document)).ToList())];
        int[] widths = [.. table.Header.Select((_, column) => rows.Max(row => PointedLine.ColumnsOf(row[column])))];
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => new string(' ', widths[column] - PointedLine.ColumnsOf(cell)) + cell);
            text.Append(Isolates.Mathematics(string.Join("  ", cells), document.IsRightToLeft)).Append('\n');
        }
    }

    private static string Line(Equation equation, PlainTextWriter writer, Document document) => Isolates.Mathematics(
        $"{$"({document.Digits.Write(equation.Number)})",6} {(equation.Follows ? "⇒ " : "")}{writer.Write(equation.Statement)}{MarkOf(equation.Assurance)}",
        document.IsRightToLeft);

    private static string Prose(Prose prose, Notation notation, Document document)
    {
        var writer = new PlainTextWriter(notation);
        return string.Concat(prose.Parts.Select(part => part switch
        {
            Words words => words.Text,
            WholeNumber number => document.Digits.Write(number.Value),
            InlineMath math => Isolates.Mathematics(writer.Write(math.Statement), document.IsRightToLeft),
            Mark mark => MarkOf(mark.Assurance).Trim(),
            EquationReference reference => $"({document.Digits.Write(reference.Equation)})",
            _ => throw new InvalidOperationException($"Unknown text {part.GetType().Name}."),
        }));
    }

    private static string MarkOf(Assurance assurance) => assurance switch
    {
        Assurance.None => "",
        Assurance.Proved => "  ✓",
        Assurance.Tested => "  ≈",
        _ => throw new InvalidOperationException($"Unknown assurance {assurance}."),
    };
}
