using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Writing.Latex;

public sealed class DirectionRunsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("لایه", "لایه")]
    [InlineData("tanh", "<tanh>")]
    [InlineData("تابع tanh، سپس", "تابع <tanh>، سپس")]
    [InlineData("با Python 3 و", "با <Python 3> و")]
    [InlineData("تمرین 1 (Python 3 و 4)", "تمرین <1> (<Python 3> و <4>)")]
    [InlineData("تابع f(x) و g[0]، (R)", "تابع <f(x)> و <g[0]>، (<R>)")]
    [InlineData("A (B و C)", "<A> (<B> و <C>)")]
    [InlineData("۱۲ و 1.5 و 1,000.", "۱۲ و <1.5> و <1,000>.")]
    [InlineData("نام™", "نام<™>")]
    [InlineData("σ و Ωδ", "<σ> و <Ωδ>")]
    public void Latin_words_and_numbers_run_from_left_to_right(string text, string runs) =>
        Assert.Equal(runs, string.Concat(DirectionRuns.Of(text).Select(run => run.IsLeftToRight ? $"<{run.Text}>" : run.Text)));
}
