using System.Globalization;
using CsCheck;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Reading.Latex;

public sealed class RoundTripTests
{
    private static readonly int Trees =
        int.TryParse(Environment.GetEnvironmentVariable("BACKPROP_ROUND_TRIPS"), CultureInfo.InvariantCulture, out var trees) ? trees : 5_000;

    [Fact]
    public void What_is_written_reads_back_as_the_same_formula() => AssertReadsBack(RandomFormula.Of(4), RandomFormula.FitsIn, Write, Read);

    [Fact]
    public void What_is_written_for_running_text_reads_back_as_the_same_formula() =>
        AssertReadsBack(RandomFormula.Of(4), RandomFormula.FitsIn, (formula, notation) => new LatexWriter(notation, inText: true).Write(formula), Read);

    [Fact]
    public void What_is_written_reads_back_as_the_same_statement() =>
        AssertReadsBack(RandomFormula.Statement, (statement, notation) => statement.Sides.All(side => RandomFormula.FitsIn(side, notation)), (statement, notation) => new LatexWriter(notation).Write(statement), (latex, notation) =>
        {
            var reading = new LatexReader(new ReadingContext { Notation = notation }).Read(latex);
            Assert.True(reading.IsSuccess, reading.Error?.ToString());
            Assert.Empty(reading.Findings);
            return reading.Value;
        });

    [Fact]
    public void A_function_in_an_exponent_is_no_layer_of_a_sample()
    {
        var notation = NotationProfile.Nielsen.Notation;

        Assert.Equal("e^{g(z)}", Write(Read("e^{g(z)}", notation), notation));
        Assert.Equal("a_j^{l(s)}", Write(Read("a_j^{l(s)}", notation), notation));
    }

    private static void AssertReadsBack<T>(Gen<T> values, Func<T, Notation, bool> fits, Func<T, Notation, string> write, Func<string, Notation, T> read)
    {
        var count = 0;
        Gen.Select(values, RandomFormula.Notation).Where((value, notation) => fits(value, notation)).Sample(
            (value, notation) =>
            {
                Assert.Equal(value, read(write(value, notation), notation));
                Interlocked.Increment(ref count);
            },
            iter: Trees,
            print: pair => $"{write(pair.Item1, pair.Item2)}\n{pair.Item2}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} random trees read back.");
        Assert.Equal(Trees, count);
    }

    private static string Write(Formula formula, Notation notation) => new LatexWriter(notation).Write(formula);

    private static Formula Read(string latex, Notation notation)
    {
        var reading = new LatexReader(new ReadingContext { Notation = notation }).ReadFormula(latex);
        Assert.True(reading.IsSuccess, reading.Error?.ToString());
        return reading.Value;
    }
}
