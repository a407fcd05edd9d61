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
    public void What_is_written_reads_back_as_the_same_formula() =>
        Gen.Select(RandomFormula.Of(4), RandomFormula.Notation).Sample(
            (formula, notation) => Assert.Equal(formula, Read(new LatexWriter(notation).Write(formula), notation)),
            iter: Trees,
            print: pair => Print(new LatexWriter(pair.Item2).Write(pair.Item1), pair.Item2));

    [Fact]
    public void What_is_written_for_running_text_reads_back_as_the_same_formula() =>
        Gen.Select(RandomFormula.Of(4), RandomFormula.Notation).Sample(
            (formula, notation) => Assert.Equal(formula, Read(new LatexWriter(notation, inText: true).Write(formula), notation)),
            iter: Trees,
            print: pair => Print(new LatexWriter(pair.Item2, inText: true).Write(pair.Item1), pair.Item2));

    [Fact]
    public void What_is_written_reads_back_as_the_same_statement() =>
        Gen.Select(RandomFormula.Statement, RandomFormula.Notation).Sample(
            (statement, notation) =>
            {
                var latex = new LatexWriter(notation).Write(statement);
                var reading = new LatexReader(new ReadingContext { Notation = notation }).Read(latex);
                Assert.True(reading.IsSuccess, reading.Error?.ToString());
                Assert.Empty(reading.Findings);
                Assert.Equal(statement, reading.Value);
            },
            iter: Trees,
            print: pair => Print(new LatexWriter(pair.Item2).Write(pair.Item1), pair.Item2));

    private static Formula Read(string latex, Notation notation)
    {
        var reading = new LatexReader(new ReadingContext { Notation = notation }).ReadFormula(latex);
        Assert.True(reading.IsSuccess, reading.Error?.ToString());
        return reading.Value;
    }

    private static string Print(string latex, Notation notation) => $"{latex}\n{notation}";
}
