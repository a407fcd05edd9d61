using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Exporting;
using SymbolicBackprop.Files;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Robustness;

/// <summary>One model in many hands: what becomes of it depends neither on who else works with it nor on what was done before.</summary>
public sealed class SharedModelTests
{
    private const int ThreadCount = 16;

    // Networks and equations; constraints, numbers, samples, second derivatives.
    [Theory]
    [InlineData("handwritten")]
    [InlineData("softmax")]
    [InlineData("mazur")]
    [InlineData("batch")]
    [InlineData("hessian")]
    [InlineData("recurrent")]
    public void Threads_that_share_a_file_get_the_bytes_that_one_gets_alone(string name)
    {
        var expected = Results(Example.Read(name));
        var shared = Example.Read(name);
        var found = new string[ThreadCount];
        using var start = new Barrier(ThreadCount);
        Thread[] threads = [.. Enumerable.Range(0, ThreadCount).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                found[i] = Results(shared);
            }
            catch (Exception exception)
            {
                found[i] = exception.ToString();
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(found, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void A_model_is_as_it_was_after_all_that_is_done_with_it()
    {
        foreach (var name in Example.All.Select(row => row.Data))
        {
            var file = Example.Read(name);
            var (nodes, variables) = (file.Model.Graph.Count, file.Model.Variables.Count);
            Results(file);

            Assert.Equal((nodes, variables), (file.Model.Graph.Count, file.Model.Variables.Count));
        }
    }

    // Everything that makes new expressions: a sheet, the check of it, single answers and sources for other systems.
    private static string Results(SheetFile file)
    {
        var sheet = LatexDocument.Write(SheetComposer.Compose(file));
        var report = file.Model.Check(new SourceText("sheet.tex", sheet), DocumentFormat.Latex, file.Notation, file.Numbers);
        return string.Join("\n\n", [
            sheet,
            ReportFormat.Text.Write(report),
            .. file.Questions.Take(2).Select(question => LatexDocument.WriteFragment(SheetComposer.ComposeAnswer(file, question))),
            file.Model.Export(ExportTarget.SymPy),
        ]);
    }
}
