using SymbolicBackprop.Activations;
using SymbolicBackprop.Exporting;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Exporting;

public sealed class ExportTargetTests
{
    public static TheoryData<string> Targets => [.. ExportTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_smallest_example_is_written_whole(string name)
    {
        var target = ExportTarget.Find(name)!;

        Snapshot.Match($"exports/minimal.{name}{target.Extension}", Example.Read("minimal").Model.Export(target));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_function_is_written_or_refused_with_the_systems_that_have_it(string name)
    {
        var target = ExportTarget.Find(name)!;
        var functions = StandardFunctions.All.Concat(Activation.All.Select(activation => activation.Function)).ToList();

        Assert.All(functions, function =>
        {
            var graph = new ExprGraph();
            var result = target.Write(Export.Of("value", graph.Apply(function, [.. Enumerable.Range(0, function.Arity).Select(k => graph.Variable($"x_{k}"))])));
            Assert.True(result.IsSuccess || (name == "angourimath" && result.Diagnostics is [{ Message: "angourimath has no function erf, and no other functions give it", Hint: "export to sympy, mathematica, maxima, csharp, numpy or julia" }]), function.Name);
        });
    }

    [Fact]
    public void Numbers_stay_exact_where_the_system_has_fractions_and_are_doubles_where_it_has_none()
    {
        var x = new ExprGraph().Variable("x");
        var value = (new Rational(1, 2) + x) * x.Pow(new Rational(2, 3)) / 7;

        Assert.Contains("value = x**sp.Rational(2, 3)*(sp.Rational(1, 2) + x)/7\n", value.Export("value", ExportTarget.SymPy));
        Assert.Contains("value: x^(2/3)*(1/2 + x)/7$\n", value.Export("value", ExportTarget.Maxima));
        Assert.Contains("double value = Math.Pow(x, 0.6666666666666666)*(0.5 + x)/7.0;\n", value.Export("value", ExportTarget.CSharp));
    }

    [Fact]
    public void What_is_written_grows_as_the_network_does()
    {
        var (small, large) = (LengthOf(10), LengthOf(40));

        Assert.InRange(large, small, 5 * small);

        static int LengthOf(int layers) => Enumerable.Range(0, layers)
            .Aggregate(Network.Create(4), (network, _) => network.Dense(4, Activation.Softplus)).Model.Export(ExportTarget.AngouriMath).Length;
    }

    [Fact]
    public void Neither_a_long_chain_nor_a_long_sum_nests_deeply()
    {
        var graph = new ExprGraph();
        var chain = Enumerable.Range(0, 20_000).Aggregate(graph.Variable("x"), (inner, k) => StandardFunctions.Sin.Of(inner + k));
        var sum = graph.Sum([.. Enumerable.Range(0, 20_000).Select(k => StandardFunctions.Cos.Of(graph.Variable($"x_{k}")))]);

        foreach (var line in chain.Export("value", ExportTarget.NumPy).Split('\n').Concat(sum.Export("value", ExportTarget.NumPy).Split('\n').Where(line => !line.Contains("def", StringComparison.Ordinal))))
        {
            Assert.InRange(line.Length, 0, 1500);
        }
    }
}
