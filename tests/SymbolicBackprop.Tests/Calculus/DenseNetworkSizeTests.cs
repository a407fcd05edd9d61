using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Calculus;

/// <summary>The size of a network's loss and of all its derivatives together, for a network of the size that reads handwritten digits.</summary>
public class DenseNetworkSizeTests
{
    private const int MostBytesANode = 32;
    private static readonly int[] Digits = [784, 128, 64, 10];

    [Fact]
    public void The_whole_gradient_grows_as_the_network_does()
    {
        var graph = new ExprGraph();
        var (loss, parameters) = Network(graph, Digits);
        AssertSmallNodes(graph);
        var gradient = Gradient.Of(loss, by: parameters);

        Assert.Equal(109_386, parameters.Count);
        Assert.DoesNotContain(parameters, parameter => gradient[parameter].IsZero);
        Assert.InRange(graph.Count, 2 * parameters.Count, 400_000);
        AssertSmallNodes(graph);
    }

    [Fact]
    public void A_million_nodes_take_few_bytes_each()
    {
        var graph = new ExprGraph();
        var (loss, parameters) = Network(graph, [784, 400, 64, 10]);
        Gradient.Of(loss, by: parameters);

        Assert.InRange(graph.Count, 1_000_000, 1_100_000);
        AssertSmallNodes(graph);
    }

    [Fact]
    public void Even_at_the_worst_moment_nodes_are_small()
    {
        var graph = new ExprGraph();
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        var e = x;
        for (var i = 0; i < 200_000; i++)
        {
            e = StandardFunctions.Sin.Of((x * e) + y);
            if (graph.Count > 1000)
            {
                AssertSmallNodes(graph); // also when arrays have just grown
            }
        }
    }

    private static void AssertSmallNodes(ExprGraph graph)
    {
        var bytes = (double)graph.Bytes / graph.Count;
        Assert.True(bytes <= MostBytesANode, $"{bytes:F1} bytes a node at {graph.Count} nodes.");
    }

    private static (Expr Loss, List<Expr> Parameters) Network(ExprGraph graph, int[] layers)
    {
        var parameters = new List<Expr>();
        Expr[] activations = [.. Enumerable.Range(0, layers[0]).Select(i => graph.Variable($"x{i}"))];
        for (var layer = 1; layer < layers.Length; layer++)
        {
            activations = [.. Enumerable.Range(0, layers[layer]).Select(to => Neuron(layer, to))];
        }

        var loss = graph.Define("loss", graph.Sum([.. activations.Select((a, i) => (a - graph.Variable($"y{i}")).Pow(2) / 2)]));
        return (loss, parameters);

        Expr Neuron(int layer, int to)
        {
            var terms = new List<Expr> { Parameter($"b{layer},{to}") };
            terms.AddRange(activations.Select((a, from) => Parameter($"w{layer},{to},{from}") * a));
            var preactivation = graph.Define($"z{layer},{to}", graph.Sum([.. terms]));
            var sigmoid = 1 / (1 + StandardFunctions.Exp.Of(-preactivation));
            return graph.Define($"a{layer},{to}", layer < layers.Length - 1 ? sigmoid : StandardFunctions.Max.Of(preactivation, graph.Zero));
        }

        Expr Parameter(string name)
        {
            var parameter = graph.Variable(name);
            parameters.Add(parameter);
            return parameter;
        }
    }
}
