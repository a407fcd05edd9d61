using System.CommandLine;
using System.Text;

namespace SymbolicBackprop.Benchmarks;

/// <summary>A table that a command prints, and keeps as a file where it is told to.</summary>
/// <param name="title">The heading of the file.</param>
/// <param name="about">What the columns are.</param>
internal sealed class Report(string title, string about)
{
    private readonly StringBuilder text = new();

    public static Option<FileInfo?> Output { get; } = new("--output") { Description = "The Markdown file to keep the table in." };

    public void AddLine(FormattableString line)
    {
        var written = FormattableString.Invariant(line);
        Console.WriteLine(written);
        text.Append(written).Append('\n');
    }

    public void Keep(FileInfo? file)
    {
        if (file is not null)
        {
            file.Directory!.Create();
            File.WriteAllText(file.FullName, $"# {title}\n\n{Machine.Describe()} {about}\n\n{text}");
        }
    }
}
