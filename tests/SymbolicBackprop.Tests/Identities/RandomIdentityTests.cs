using System.Diagnostics;
using System.Globalization;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Tests.Identities;

public class RandomIdentityTests(ITestOutputHelper output)
{
    private const int Count = 1000;

    [Fact]
    public void A_thousand_true_identities_are_proved()
    {
        var clock = new Stopwatch();
        var wrong = new List<string>();
        var identical = 0;
        for (var seed = 1; seed <= Count; seed++)
        {
            var (left, right) = Draw(seed, spoil: false);
            identical += left == right ? 1 : 0;
            clock.Start();
            var verdict = Identity.Compare(left, right);
            clock.Stop();
            if (verdict is not Verdict.Proved { ErrorLog2: <= -100 })
            {
                wrong.Add($"seed {seed}: {verdict}\n  {left}\n  {right}");
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Seeds 1 to {Count}: {Count - identical} of {Count} pairs are different nodes; {clock.Elapsed.TotalMilliseconds / Count:F3} ms a pair"));
        Assert.True(identical < Count / 10, $"{identical} pairs are one node");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_thousand_near_misses_are_refuted()
    {
        var clock = new Stopwatch();
        var wrong = new List<string>();
        var (found, seed) = (0, Count);
        while (found < Count)
        {
            seed++;
            var (left, right) = Draw(seed, spoil: true);
            if (!Differ(left, right))
            {
                continue; // the change made no difference, as a factor −1 inside a square does not
            }

            found++;
            clock.Start();
            var verdict = Identity.Compare(left, right);
            clock.Stop();
            if (verdict is not Verdict.Refuted refuted || !IsWitness(refuted.Witness, left, right))
            {
                wrong.Add($"seed {seed}: {verdict}\n  {left}\n  {right}");
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Seeds {Count + 1} to {seed}: {Count} of {seed - Count} drawn pairs differ; {clock.Elapsed.TotalMilliseconds / Count:F3} ms a pair"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static (Expr Left, Expr Right) Draw(int seed, bool spoil)
    {
        for (var random = new Random(seed); ;)
        {
            var formula = RandomFormula.Draw(random, depth: 3);
            var rewritten = formula.Rewrite(random, steps: random.Next(1, 7));
            var graph = new ExprGraph();
            try
            {
                return (formula.In(graph), (spoil ? rewritten.Spoil(random) : rewritten).In(graph));
            }
            catch (DivideByZeroException)
            {
                // 1/(x − x): not a formula
            }
        }
    }

    // Really different: beyond rounding, at a point where both sides are of moderate size.
    private static bool Differ(Expr left, Expr right)
    {
        for (var point = 0; point < 20; point++)
        {
            var random = new Random(point);
            double[] x = [.. Enumerable.Range(0, 4).Select(_ => (random.NextDouble() * 3) - 1.5)];
            var values = Evaluation.Evaluate([left, right], variable => x[variable.Name[1] - '0']);
            var size = Math.Max(Math.Abs(values[0]), Math.Abs(values[1]));
            if (size is < 1e6 and > 1e-6 && Math.Abs(values[0] - values[1]) > 1e-6 * size)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWitness(Witness witness, Expr left, Expr right)
    {
        var point = witness.Point.ToDictionary(entry => entry.Key, entry => entry.Value);
        var values = Evaluation.Evaluate([left, right], variable => point[variable.Name]);
        return values[0] != values[1];
    }
}
