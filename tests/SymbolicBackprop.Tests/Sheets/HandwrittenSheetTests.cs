using System.Text.RegularExpressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Writing.Latex.LatexTokens;

namespace SymbolicBackprop.Tests.Sheets;

/// <summary>
/// Holds the engine's own sheet against the one that was written by hand, statement by statement: equal where the hand was
/// right, right where it slipped.
/// </summary>
public sealed partial class HandwrittenSheetTests
{
    private static readonly IReadOnlyList<string> Handwritten =
        [.. DisplayedFormula().Matches(File.ReadAllText(Repository.PathOf("examples/handwritten.md"))).Select(match => match.Groups[1].Value)];

    private static readonly IReadOnlyList<(Statement Statement, string Latex)> Written = [.. SheetComposer.Compose(Example.Read("handwritten")).Blocks
        .OfType<Equations>()
        .SelectMany(block => block.Items.Select(item => (item.Statement, new LatexWriter(block.Notation).Write(item.Statement))))];

    [Fact]
    public void The_handwritten_sheet_has_28_statements() => Assert.Equal(28, Handwritten.Count);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(25)]
    public void A_right_statement_is_written_the_same(int number) => AssertWritten(Statement(number));

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_closed_form_is_the_same_with_its_argument_written_or_not(int number) =>
        Assert.Contains(WithoutArgument(Statement(number).Split(@"\Rightarrow")[^1]), Written.Select(item => WithoutArgument(item.Latex)));

    [Theory]
    [InlineData(6)]
    [InlineData(13)]
    [InlineData(21)]
    public void A_question_is_asked_the_same(int number) => AssertWritten(Statement(number));

    [Theory]
    [InlineData(22, 1)]
    [InlineData(23, 1)]
    [InlineData(26, 2)]
    [InlineData(27, 2)]
    public void A_path_has_the_same_product_but_claims_only_its_share(int number, int path)
    {
        var products = Sides(Statement(number)).Skip(1).Where(side => side != "1").ToList();

        var share = Assert.Single(Written, item => item.Statement.First is PathShare share
            && share.Path == path
            && products.SequenceEqual(Sides(item.Latex).Skip(1)));
        Assert.Equal(Sides(Statement(number))[0], Tokens(new LatexWriter(Notation.Brackets).Write(((PathShare)share.Statement.First).Whole)));
        Assert.DoesNotContain(Written, item => Tokens(item.Latex) == Tokens(Statement(number)));
    }

    [Fact]
    public void The_shares_of_the_paths_add_up_to_the_whole()
    {
        // That the sum holds is proved when the sheet is composed; that it is claimed is seen here.
        var whole = new Derivative(Symbol.Loss, Symbol.Bias(1, 1));
        var delta = Symbol.Delta(1, 1);
        Assert.Contains(Written, item => item.Statement.First == delta
            && item.Statement.Links[0].Side == Formula.SumOf(new PathShare(delta, 1), new PathShare(delta, 2)));
        Assert.Contains(Written, item => item.Statement.First == whole);
    }

    [Fact]
    public void Statement_11_applies_the_activation_function() => AssertWritten(Replaced(11, "= z_1^{(2)}", "= f_2(z_1^{(2)})"));

    [Fact]
    public void Statement_15_has_a_brace_that_fits_its_label()
    {
        const string last = @" \frac{\partial a_1^{[2]}}{\partial z_1^{[2]}}";
        const string brace = @"}_{\delta_1^{[2]}}";
        AssertWritten(Replaced(15, last + brace, brace + last));
    }

    [Fact]
    public void Only_the_last_factor_of_statement_22_is_1()
    {
        AssertWritten(@"\frac{\partial z_1^{[1]}}{\partial b_1^{[1]}} = 1");
        Assert.DoesNotContain(Written, item => item.Statement.Sides.Any(side => side is Literal { Value.IsOne: true }) && Sides(item.Latex).Count > 2);
    }

    [Fact]
    public void Statement_28_has_the_function_of_the_layer() => AssertWritten(Replaced(28, "f_j'", "f_2'"));

    private static string Statement(int number) => Handwritten[number - 1];

    private static string Replaced(int number, string slip, string right)
    {
        Assert.Contains(slip, Statement(number), StringComparison.Ordinal);
        return Statement(number).Replace(slip, right, StringComparison.Ordinal);
    }

    private static void AssertWritten(string latex) => Assert.Contains(Tokens(latex), Written.Select(item => Tokens(item.Latex)));

    private static string WithoutArgument(string latex) => Tokens(latex).Replace(" ( z )", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\$\$(.*?)\$\$", RegexOptions.Singleline)]
    private static partial Regex DisplayedFormula();
}
