using System.Globalization;
using System.Text;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Writing;

/// <summary>How wide TeX sets mathematics in a sheet's font.</summary>
internal static class TexWidths
{
    /// <summary>The widths of formulas in display style, in em.</summary>
    /// <param name="formulas">The formulas in LaTeX.</param>
    public static async Task<IReadOnlyList<double>> MeasureAsync(IReadOnlyList<string> formulas)
    {
        var program = RequiredTool.Find("pdflatex");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("widths.tex"), Boxes(formulas), TestContext.Current.CancellationToken);

        var run = await ToolRun.StartAsync(program, ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "widths.tex"], folder.FullPath);

        Assert.True(run.ExitCode == 0, run.Output);
        var points = run.Output.Split('\n').Where(line => line.StartsWith("WIDTH ", StringComparison.Ordinal))
            .Select(line => double.Parse(line[6..].Trim()[..^2], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(formulas.Count + 1, points.Count);
        return [.. points.Skip(1).Select(width => width / points[0])];
    }

    private static string Boxes(IEnumerable<string> formulas)
    {
        var text = new StringBuilder(
            """
            \documentclass[11pt]{article}
            \usepackage[T1]{fontenc}
            \usepackage{lmodern,amsmath}
            \begin{document}
            \typeout{WIDTH \the\dimexpr1em}

            """);
        foreach (var formula in formulas)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\setbox0\\hbox{{$\\displaystyle {formula}$}}\\typeout{{WIDTH \\the\\wd0}}\n");
        }

        return text.Append("\\end{document}\n").ToString();
    }
}
