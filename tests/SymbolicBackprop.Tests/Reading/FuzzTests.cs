using System.Diagnostics;
using System.Globalization;
using CsCheck;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Robustness;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Reading;

/// <summary>
/// Reads what goes wrong in typing: mutated formulas and documents. BACKPROP_FUZZ_INPUTS sets how many of each; the default is for
/// every run of the tests.
/// </summary>
public sealed class FuzzTests
{
    private const int UsualInputs = 20_000;

    // Far above what any input takes; what reaches it hangs.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly string[] Formulas =
    [
        .. Lines("Variants.txt").SelectMany(line => line.Split(" <=> ")),
        .. Lines("Unreadable.txt"),
        .. DocumentFormulas.Find(Text("examples/handwritten.md"), DocumentFormat.Markdown).Formulas.Select(formula => formula.Latex),
    ];

    private static readonly string[] Documents =
    [
        Text("examples/handwritten.md"),
        Text("tests/SymbolicBackprop.Tests/Reading/Documents/page.md"),
        Text("tests/SymbolicBackprop.Tests/Reading/Documents/page.tex"),
    ];

    private static long Inputs => int.TryParse(Environment.GetEnvironmentVariable("BACKPROP_FUZZ_INPUTS"), CultureInfo.InvariantCulture, out var inputs) ? inputs : UsualInputs;

    [Fact]
    public void A_mutated_formula_is_read_or_refused_with_a_place()
    {
        var read = 0;
        Gen.Select(Mutation.Of(Formulas), RandomFormula.Notation, Gen.Enum<PlainSuperscript>()).Sample(
            (latex, notation, superscript) =>
            {
                var watch = Stopwatch.StartNew();
                var reader = new LatexReader(new ReadingContext { Notation = notation, PlainSuperscript = superscript });
                var reading = reader.Read(latex);
                Assert.True(watch.Elapsed < Longest, "It takes too long.");
                Assert.All(reading.Findings, finding => AssertInside(finding.Span, latex.Length));
                Assert.Equal(reading.IsSuccess ? 0 : 1, reading.Findings.Count(finding => finding.Kind == FindingKind.Error));
                if (reading.IsSuccess)
                {
                    Interlocked.Increment(ref read);
                    AssertPlaced(reading.Value, reading.Spans, latex.Length);
                    if (superscript == PlainSuperscript.Power)
                    {
                        var written = new LatexWriter(notation).Write(reading.Value);
                        var again = reader.Read(written);
                        var isTooDeep = again.Error?.Message.Contains("levels deep", StringComparison.Ordinal) ?? false; // the writer sets more brackets
                        Assert.True(isTooDeep || reading.Value.Equals(again.Value), $"It is written as {written} and then {again.Error?.ToString() ?? "read otherwise"}.");
                    }
                }
            },
            iter: Inputs,
            print: input => $"{input.Item1}\n{input.Item2}\n{input.Item3}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{read} of {Inputs} mutated formulas could be read.");
        Assert.InRange(read, Inputs / 20, Inputs);
    }

    [Fact]
    public void A_mutated_document_gives_formulas_with_places() =>
        Gen.Select(Mutation.Of(Documents), Gen.Enum<DocumentFormat>()).Sample(
            (text, format) =>
            {
                var watch = Stopwatch.StartNew();
                var reader = new LatexReader(ReadingContext.Default);
                var document = DocumentFormulas.Find(text, format);
                var end = 0;
                foreach (var formula in document.Formulas)
                {
                    Assert.InRange(formula.Span.Offset, end, text.Length);
                    end = formula.Span.End;
                    Assert.Equal(text.Substring(formula.Span.Offset, formula.Span.Length), formula.Latex);
                    Assert.NotEqual(0, formula.Span.Length);
                    reader.Read(formula.Latex);
                }

                Assert.True(watch.Elapsed < Longest, "It takes too long.");
                Assert.All(document.Findings, finding => AssertInside(finding.Span, text.Length));
            },
            iter: Inputs / 10);

    private static void AssertPlaced(Statement statement, SpanTable spans, int length)
    {
        foreach (var link in statement.Links)
        {
            AssertInside(spans[link], length);
        }

        var open = new Stack<Formula>(statement.Sides);
        while (open.TryPop(out var formula))
        {
            Assert.True(spans.TryFind(formula, out var span), formula.ToString());
            AssertInside(span, length);
            foreach (var part in formula.Parts())
            {
                open.Push(part);
            }
        }
    }

    private static void AssertInside(TextSpan span, int length)
    {
        Assert.InRange(span.Offset, 0, length);
        Assert.InRange(span.Length, 0, length - span.Offset);
    }

    private static string Text(string path) => File.ReadAllText(Repository.PathOf(path));

    private static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Repository.PathOf($"tests/SymbolicBackprop.Tests/Reading/Latex/{name}")).Where(line => line.Length > 0 && line[0] is not '#' and not '[');
}
