using System.Globalization;
using System.Text.RegularExpressions;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Writing.Latex;

public sealed class LatexLinesTests
{
    private static readonly Formula[] Terms = [.. Enumerable.Range(1, 40).Select(i => Product(Delta(2, i), W(2, 1, i)))];

    [Fact]
    public void What_fits_stands_on_one_line()
    {
        Assert.Equal(["p &= q"], Lines(Statement.Equality(P, Q)));
        Assert.Equal(["p &= q = r"], Lines(Statement.Equality(P, Q, R)));
        Assert.Equal([@"\Rightarrow\quad p &= q"], Lines(Statement.Equality(P, Q), follows: true));
        Assert.Equal([@"z_j^{(1)} &= p \qquad (j = 1, 2)"], Lines(Statement.Equality(Z(1, J), P) with { Range = new IndexRange("j", 1, 2) }));
        Assert.Equal(["p &"], Lines(new Statement(P, [])));
    }

    [Fact]
    public void Lines_break_before_relations_first()
    {
        var side = Formula.SumOf(Terms[..6]);

        Assert.Equal(
            ["p &= " + Written(side), "&= " + Written(side) + @" \qquad (j = 1, 2)"],
            Lines(Statement.Equality(P, side, side) with { Range = new IndexRange("j", 1, 2) }, page: 40));
    }

    [Fact]
    public void Then_before_the_signs_of_a_sum()
    {
        var lines = Lines(Statement.Equality(P, Formula.SumOf([.. Terms[..12], -Terms[12], .. Terms[13..20]])));

        Assert.True(lines.Count > 1);
        Assert.All(lines.Skip(1), line => Assert.Matches(@"^&\\quad \{\}[+-] ", line));
    }

    [Fact]
    public void Then_between_factors_with_a_dot()
    {
        var lines = Lines(Statement.Equality(P, Formula.ProductOf(Terms)));

        Assert.True(lines.Count > 1);
        Assert.All(lines.Skip(1), line => Assert.StartsWith(@"&\quad {}\cdot ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sign_before_brackets_does_not_keep_them_from_breaking()
    {
        var lines = Lines(Statement.Equality(P, -Formula.SumOf(Terms)));

        Assert.True(lines.Count > 2);
        Assert.StartsWith(@"p &= -\bigl[ ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(@" \bigr]", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_within_brackets_are_set_in_further()
    {
        var lines = Lines(Statement.Equality(P, Product(Formula.SumOf(Terms[..6]), Formula.SumOf(Terms[..6]), R)), page: 28);

        Assert.Equal(
            [@"p &= \bigl[", @"&\quad\quad {}+", @"&\quad {}\cdot \bigl[", @"&\quad\quad {}+"],
            lines.Select(line => Regex.Match(line, @"^.*?(\[|\+|\\cdot \S+)").Value));
        Assert.EndsWith(@" \bigr] r", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_that_stay_open_are_as_tall_as_what_they_hold()
    {
        string Opened(Formula term) => Regex.Match(Lines(Statement.Equality(P, -Formula.SumOf(Enumerable.Repeat(term, 9))), page: 12)[0], @"\\[bB]ig+l").Value;

        Assert.Equal(@"\bigl", Opened(Terms[0]));
        Assert.Equal(@"\biggl", Opened(new Fraction(P, Q)));
        Assert.Equal(@"\Biggl", Opened(new Power(new Fraction(P, Q), Number(2))));
    }

    [Fact]
    public void A_brace_that_is_too_wide_spans_lines_and_keeps_its_label()
    {
        var (left, right) = (Written(Formula.SumOf(Terms[..4])), string.Concat(Terms[4..6].Select(term => " + " + Written(term))).Trim());

        Assert.Equal(
            [$@"p &= \underbrace{{\left[ \begin{{gathered}} {left} \\ {{}} {right} \end{{gathered}} \right]}}_{{q}} r"],
            Lines(Statement.Equality(P, Product(Braced(6), R)), page: 26));
        Assert.Equal(
            [$@"p &= \underbrace{{\begin{{gathered}} {left} \\ {{}} {right} \end{{gathered}}}}_{{q}}"],
            Lines(Statement.Equality(P, Braced(6)), page: 24));
    }

    [Fact]
    public void A_brace_that_would_take_too_much_of_a_page_gives_way_to_its_label() =>
        Assert.Equal(["p &= q r"], Lines(Statement.Equality(P, Product(Braced(40), R)), page: 20));

    [Fact]
    public void The_values_of_an_index_take_a_line_of_their_own_where_they_do_not_fit()
    {
        var statement = Statement.Equality(Z(1, J), Formula.SumOf(Terms[..7])) with { Range = new IndexRange("j", 1, 9) };

        Assert.Equal(["z_j^{(1)} &= " + Written(Formula.SumOf(Terms[..7])), @"&\quad {}\qquad (j = 1, \dots, 9)"], Lines(statement, page: 34));
    }

    [Theory]
    [InlineData(37)]
    [InlineData(25)]
    [InlineData(12)]
    public void Every_line_has_one_ampersand_and_whole_brackets(int page)
    {
        foreach (var line in WideStatements().SelectMany(statement => new LatexLines(Notation.Brackets, page).Write(statement, follows: true)))
        {
            Assert.Single(Regex.Matches(line, "&"));
            AssertBalanced(line, @"\\left[.(\[|]", @"\\right[.)\]|]");
            AssertBalanced(line, @"\{", @"\}");
        }
    }

    [Fact]
    public void Brackets_that_stay_open_over_a_break_are_closed_in_the_end()
    {
        foreach (var statement in WideStatements())
        {
            var lines = string.Join('\n', new LatexLines(Notation.Parentheses, 25).Write(statement, follows: false));
            AssertBalanced(lines, @"\\[bB]ig+l", @"\\[bB]ig+r");
        }
    }

    [Theory]
    [InlineData(37)]
    [InlineData(33)]
    [InlineData(29)]
    [InlineData(27)]
    [InlineData(25)]
    public async Task Tex_sets_no_line_wider_than_the_page(int page)
    {
        var lines = new LatexLines(Notation.Parentheses, page);
        var statements = WideStatements().Select(statement => lines.Write(statement, follows: true)).ToList();
        var columns = statements.SelectMany(rows => rows.SelectMany(row => row.Split('&'))).ToList();
        var widths = new Queue<double>(await TexWidths.MeasureAsync(columns));
        foreach (var rows in statements)
        {
            var left = 0.0;
            foreach (var row in rows)
            {
                left = Math.Max(left, widths.Dequeue());
                var width = left + widths.Dequeue();
                Assert.True(width <= page, string.Create(CultureInfo.InvariantCulture, $"{width:0.0} of {page}: {row}"));
            }
        }
    }

    [Fact]
    public void Breaking_lines_loses_nothing()
    {
        static string Bare(string latex) => Regex.Replace(
            latex, @"\\left(?=[(\[])|\\right(?=[)\]])|\\[bB]ig+[lr]|\\(begin|end)\{gathered\}|(\\quad|\\\\)+ \{\}|\\cdot|\\,|[&\s]", "");

        var writer = new LatexWriter(Notation.Parentheses);
        foreach (var statement in WideStatements())
        {
            Assert.Equal(Bare(writer.Write(statement)), Bare(string.Concat(new LatexLines(Notation.Parentheses, 25).Write(statement, follows: false))));
        }
    }

    // The results of derivations of networks with several paths, and their widest steps.
    internal static IEnumerable<Statement> WideStatements()
    {
        foreach (var convention in Enum.GetValues<DeltaConvention>())
        {
            var builder = new DerivationBuilder(RandomNetwork.Tanh(2, 2, 2, 2, 1).Model, new DerivationOptions { Delta = convention });
            foreach (var step in builder.Derive(W(1, 2, 1)).Steps)
            {
                yield return step.Statement;
            }
        }

        yield return Statement.Equality(P, Braced(4), Product(Braced(6), R, Braced(20)), Sum(Braced(5), -Braced(5)));
        yield return Statement.Equality(P, -Formula.SumOf(Terms), Product(Formula.SumOf(Terms), Formula.SumOf(Terms[..3]), -Formula.SumOf(Terms)));
    }

    private static Underbrace Braced(int terms) => new(Formula.SumOf(Terms[..terms]), Q);

    private static void AssertBalanced(string text, string opening, string closing)
    {
        var open = 0;
        foreach (Match match in Regex.Matches(text, $"(?<open>{opening})|(?<close>{closing})"))
        {
            open += match.Groups["open"].Success ? 1 : -1;
            Assert.True(open >= 0, text);
        }

        Assert.True(open == 0, text);
    }

    private static IReadOnlyList<string> Lines(Statement statement, bool follows = false, double page = 37) =>
        new LatexLines(Notation.Parentheses, page).Write(statement, follows);

    private static string Written(Formula formula) => new LatexWriter(Notation.Parentheses).Write(formula);
}
