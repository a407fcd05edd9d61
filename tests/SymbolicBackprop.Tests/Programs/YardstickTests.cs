using SymbolicBackprop.Benchmarks;
using SymbolicBackprop.Benchmarks.Yardsticks;

namespace SymbolicBackprop.Tests.Programs;

/// <summary>What is measured against one another computes the same.</summary>
public class YardstickTests
{
    [Fact]
    public void Programs_and_plain_loops_agree_on_the_network_of_the_sheet()
    {
        var network = EvaluatedNetwork.Sheet();
        var gradient = new double[15];
        var loss = WrittenOut.Evaluate(network.Parameters, network.First(1).Span, gradient);

        var byHand = AssertAgreement(network);

        AssertNear([loss, .. gradient], byHand);
    }

    [Fact]
    public void Programs_and_plain_loops_agree_on_a_network_that_reads_digits() => AssertAgreement(EvaluatedNetwork.Digits());

    private static double[] AssertAgreement(EvaluatedNetwork network)
    {
        double[] byHand = [network.ByHand.Evaluate(network.First(1).Span), .. network.ByHand.Gradient()];
        var (outputs, totals) = (new double[byHand.Length], new double[byHand.Length]);
        network.Program.Run([.. network.Parameters, .. network.First(1).Span], outputs);
        network.Batch.Run(network.Parameters, network.First(1), totals, default);
        AssertNear(byHand, outputs);
        AssertNear(byHand, totals);
        return byHand;
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        var size = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        Assert.True(expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-13 * size), "They differ.");
    }
}
