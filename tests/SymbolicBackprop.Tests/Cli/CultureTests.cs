using System.Globalization;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

/// <summary>What is written depends on what is read alone: neither on the culture of the machine nor on how an editor ends lines.</summary>
public sealed class CultureTests : IDisposable
{
    private static readonly string[][] CommandLines =
    [
        ["sheet", "handwritten.yaml", "--to", "latex", "--output", "-"],
        ["sheet", "handwritten-fa.yaml", "--to", "html", "--output", "-"],
        ["sheet", "mazur.yaml", "--to", "text", "--output", "-"],
        ["sheet", "mazur.yaml", "--to", "markdown", "--output", "-"],
        ["check", "handwritten.md", "--network", "handwritten.yaml", "--verbose"],
        ["check", "handwritten.md", "--network", "handwritten.yaml", "--format", "json"],
        ["draw", "handwritten.yaml", "b_1^{(1)}"],
        ["export", "mazur.yaml", "--to", "csharp"],
        ["import", "keras.json"],
        ["activations"],
        ["sheet", "absent.yaml", "--limit", "units=I"],
    ];

    private readonly TemporaryFolder folder = new();

    public CultureTests() => Copy(text => text);

    public void Dispose() => folder.Dispose();

    // Turkish has two letters i, German a decimal comma, Persian another calendar and decimal sign.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    public void The_culture_changes_nothing(string name)
    {
        var expected = RunAll();
        var (culture, interfaceCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new CultureInfo(name), new CultureInfo(name));

            Assert.Equal(expected, RunAll());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interfaceCulture);
        }
    }

    [Fact]
    public void Neither_line_ends_of_Windows_nor_a_byte_order_mark_change_anything()
    {
        // But for offsets, which count the characters of the text.
        var expected = RunAll().Where(run => !run.Output.StartsWith('{')).ToList();
        Copy(text => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(expected, RunAll().Where(run => !run.Output.StartsWith('{')));
    }

    [Theory]
    [InlineData("۱۲۳", "123")]
    [InlineData("٠٫٥", "0.5")]
    public void Persian_and_Arabic_digits_are_digits(string written, string meant)
    {
        File.WriteAllText(folder.PathOf("digits.md"), $"$${written} = {meant}$$\n");

        Assert.Equal(0, CommandRun.In(folder.FullPath, "check", "digits.md", "--network", "handwritten.yaml").ExitCode);
        File.WriteAllText(folder.PathOf("digits.md"), $"$${written} = {meant} + 1$$\n");
        Assert.Equal(1, CommandRun.In(folder.FullPath, "check", "digits.md", "--network", "handwritten.yaml").ExitCode);
    }

    private List<CommandRun> RunAll() => [.. CommandLines.Select(line => CommandRun.In(folder.FullPath, line))];

    private void Copy(Func<string, string> change)
    {
        foreach (var name in new[] { "handwritten.yaml", "handwritten-fa.yaml", "mazur.yaml", "handwritten.md", "keras.json" })
        {
            File.WriteAllText(folder.PathOf(name), change(File.ReadAllText(Repository.PathOf("examples/" + name))));
        }
    }
}
