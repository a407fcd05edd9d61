using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Tests.Expressions;

/// <summary>Adding to a sum or product again and again must cost the same each time. Quadratic growth would not finish here.</summary>
public class LinearGrowthTests
{
    private const int Times = 1_000_000;
    private readonly ExprGraph graph = new();
    private readonly Expr[] variables;

    public LinearGrowthTests() => variables = [.. Enumerable.Range(0, 1000).Select(i => graph.Variable($"x{i}"))];

    [Fact]
    public void A_sum_takes_a_million_terms_one_by_one()
    {
        var sum = graph.Zero;
        for (var i = 0; i < Times; i++)
        {
            sum += variables[i % 1000];
        }

        AssertLinear(Times);
        Assert.Equal(Times, sum.Evaluate(_ => 1));
    }

    [Fact]
    public void A_sum_takes_many_scaled_terms_one_by_one()
    {
        const int times = 200_000;
        var sum = graph.Zero;
        for (var i = 0; i < times; i++)
        {
            sum -= 2 * variables[i % 1000];
        }

        AssertLinear(times);
        Assert.Equal(-2.0 * times, sum.Evaluate(_ => 1));
    }

    [Fact]
    public void A_product_takes_a_million_factors_one_by_one()
    {
        var product = graph.One;
        for (var i = 0; i < Times; i++)
        {
            product *= variables[i % 1000];
        }

        AssertLinear(Times);
        Assert.Equal(1, product.Evaluate(_ => -1));
    }

    [Fact]
    public void A_million_operands_at_once_are_one_node()
    {
        var all = Enumerable.Range(0, Times).Select(i => graph.Variable($"y{i}")).ToArray();
        var count = graph.Count;

        Assert.Equal(Times, graph.Sum(all).ChildCount);
        Assert.Equal(Times, graph.Product(all).ChildCount);
        Assert.Equal(count + 2, graph.Count);
    }

    [Fact]
    public void A_term_that_stays_the_same_is_counted()
    {
        var sum = graph.Zero;
        for (var i = 0; i < 100_000; i++)
        {
            sum += variables[0];
        }

        Assert.Equal(100_000 * variables[0], sum);
    }

    private void AssertLinear(int times)
    {
        Assert.InRange(graph.Count, times, 2 * times);
        Assert.InRange(graph.Bytes, 0, 200L * times);
    }
}
