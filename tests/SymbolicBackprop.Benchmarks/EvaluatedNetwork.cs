using SymbolicBackprop.Activations;
using SymbolicBackprop.Benchmarks.Yardsticks;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Programs;

namespace SymbolicBackprop.Benchmarks;

/// <summary>A network with numbers, its loss and gradient compiled, and the same written by hand.</summary>
public sealed class EvaluatedNetwork
{
    private readonly Expr[] parameters;
    private readonly Expr[] inputs;
    private readonly Expr[] outputs; // the loss and its derivatives

    private EvaluatedNetwork(Network network, PlainLoops byHand)
    {
        var model = network.Model;
        var given = model.Variables.Where(variable => variable.Node.Definition is null).ToLookup(
            variable => variable.Symbol.Role is Role.Input or Role.Target, variable => variable.Node);
        (parameters, inputs) = ([.. given[false]], [.. given[true]]);
        var gradient = Gradient.Of(model[Symbol.Loss].Node, by: parameters);
        outputs = [model[Symbol.Loss].Node, .. parameters.Select(parameter => gradient[parameter])];
        var random = new Random(1);
        Parameters = [.. parameters.Select(_ => (random.NextDouble() - 0.5) / 5)];
        Samples = [.. Enumerable.Range(0, MostSamples * inputs.Length).Select(_ => random.NextDouble())];
        (Program, Batch, ByHand) = (Compile(), CompileBatch(), byHand);
        ByHand.SetParameters(Parameters);
    }

    /// <summary>How many samples there are.</summary>
    public const int MostSamples = 1024;

    /// <summary>The loss and its gradient, for one sample.</summary>
    public EvaluationProgram Program { get; }

    /// <summary>The loss and its gradient, added up over samples.</summary>
    public BatchProgram Batch { get; }

    /// <summary>The same by hand.</summary>
    public PlainLoops ByHand { get; }

    /// <summary>The values of the parameters.</summary>
    public double[] Parameters { get; }

    /// <summary>The values of the inputs and targets, sample by sample.</summary>
    public double[] Samples { get; }

    /// <summary>Inputs and targets of the first samples.</summary>
    public ReadOnlyMemory<double> First(int count) => Samples.AsMemory(0, count * inputs.Length);

    /// <summary>The network of the sheet that was first written by hand.</summary>
    public static EvaluatedNetwork Sheet() => new(
        Network.Create(2).Dense(2, Activation.Tanh).Dense(2, Activation.Tanh).Dense(1, Activation.Sigmoid).WithLoss(Loss.Squared),
        new PlainLoops(classifies: false, 2, 2, 2, 1));

    /// <summary>784-128-64-10.</summary>
    public static EvaluatedNetwork Digits() => new(DenseNetworks.Digits(), new PlainLoops(classifies: true, 784, 128, 64, 10));

    /// <summary>Compiles for one sample.</summary>
    public EvaluationProgram Compile() => EvaluationProgram.Compile(outputs, [.. parameters, .. inputs]);

    /// <summary>Compiles for many samples.</summary>
    public BatchProgram CompileBatch() => BatchProgram.Compile(outputs, [], parameters, inputs);
}
