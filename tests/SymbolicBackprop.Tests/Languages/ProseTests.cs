using System.Globalization;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Languages;

public sealed class ProseTests
{
    [Fact]
    public void An_interpolated_string_becomes_words_and_mathematics()
    {
        var statement = Statement.Equality(P, Q);
        var reference = new EquationReference(3);

        Assert.Equal(
            [new Words("From "), reference, new Words(" and "), new InlineMath(new Statement(P, [])), new Words("; "), new InlineMath(statement), new WholeNumber(7), new Words("!")],
            Prose.Of($"From {reference} and {P}; {statement}{7}{Prose.Of($"{"!"}")}").Parts);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "1")]
    [InlineData(2, "1 and 2")]
    [InlineData(3, "1, 2 and 3")]
    public void A_list_has_commas_and_a_word_before_the_last(int count, string text)
    {
        var items = Enumerable.Range(1, count).Select(i => Prose.Of($"{i.ToString(CultureInfo.InvariantCulture)}")).ToList();

        Assert.Equal(text, string.Concat(Prose.List(items, ", ", " and ").Parts.Cast<Words>().Select(words => words.Text)));
    }

    [Fact]
    public void Numbers_are_written_the_same_in_all_cultures()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR") { NumberFormat = { NegativeSign = "~" } };
            Assert.Equal(new WholeNumber(-1), Assert.Single(Prose.Of($"{-1}").Parts));
            Assert.Equal(("-12", "-۱۲"), (DigitSet.Latin.Write(-12), DigitSet.Persian.Write(-12)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
