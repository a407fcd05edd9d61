using SymbolicBackprop.Formulas;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Formulas;

public sealed class RewritingTests
{
    public static TheoryData<string> Kinds => [.. SampleFormulas.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Where_nothing_is_replaced_the_formula_itself_is_the_result(string kind)
    {
        var formula = SampleFormulas.All[kind];

        Assert.Same(formula, formula.Rewrite(_ => null));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Equal_parts_in_the_place_of_parts_change_nothing(string kind)
    {
        var formula = SampleFormulas.All[kind];

        Assert.Same(formula, formula.Rewrite(part => part is Symbol symbol ? symbol with { } : null));
    }

    [Fact]
    public void Products_and_sums_that_nothing_changes_stay_as_odd_as_they_are()
    {
        var product = Product(Number(1), Product(P, Q));
        var sum = Sum(Sum(P, Q), Number(0));

        Assert.Same(product, product.Rewrite(_ => null));
        Assert.Same(sum, sum.Rewrite(_ => null));
    }

    [Fact]
    public void Parts_are_replaced_from_the_top_down_and_not_looked_at_again()
    {
        var seen = new List<Formula>();
        var result = Product(P, F(1, Q)).Rewrite(part =>
        {
            seen.Add(part);
            return part is Call ? Sum(P, Q) : part == P ? R : null;
        });

        Assert.Equal(Product(R, Sum(P, Q)), result);
        Assert.Equal([Product(P, F(1, Q)), P, F(1, Q)], seen);
    }

    [Fact]
    public void What_takes_the_place_of_a_factor_or_a_term_joins_what_is_around_it()
    {
        Formula Put(Formula into, Formula part) => into.Rewrite(x => x == P ? part : null);

        Assert.Equal(Product(Q, R, Q), Put(Product(P, Q), Product(Q, R)));
        Assert.Equal(Q, Put(Product(P, Q), Number(1)));
        Assert.Equal(-Product(R, Q), Put(Product(P, Q), -R));
        Assert.Equal(Sum(Q, R, Q), Put(Sum(P, Q), Sum(Q, R)));
        Assert.Equal(Q, Put(-P, -Q));
    }
}
