using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Networks;

/// <summary>A dense layer.</summary>
/// <param name="Units">The number of units, at least 1.</param>
/// <param name="Activation">The activation function of all its units.</param>
public sealed record Layer(int Units, IActivation Activation)
{
    /// <summary>Whether all its units have one bias.</summary>
    public bool SharesBias { get; init; }
}

/// <summary>
/// A network of dense layers with a loss: z = Σ w·a + b into each unit, a = f(z) out of it. It is immutable; each method that
/// adds something returns a new one.
/// </summary>
public sealed class Network
{
    private readonly Lazy<Model> model;

    private Network(int inputs, IReadOnlyList<Layer> layers, Loss loss, Penalty? penalty, Samples samples, Model? model = null)
    {
        Samples = samples;
        Inputs = inputs;
        Layers = layers;
        Loss = loss;
        Penalty = penalty;
        this.model = new Lazy<Model>(() => model ?? new NetworkModelBuilder(this).Build());
    }

    /// <summary>The number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>The layers from the first after the inputs to the output.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>The loss.</summary>
    public Loss Loss { get; }

    /// <summary>What is added to the loss for large weights, or null for nothing.</summary>
    public Penalty? Penalty { get; }

    /// <summary>How many samples there are, and how their losses make one.</summary>
    public Samples Samples { get; }

    /// <summary>The number of outputs.</summary>
    public int Outputs => Layers[^1].Units;

    /// <summary>The variables and definitions of the network. Made at the first use.</summary>
    public Model Model => model.Value;

    /// <summary>Starts a network.</summary>
    /// <param name="inputs">The number of inputs, at least 1.</param>
    public static Network Create(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        return new Network(inputs, [], Loss.Squared, null, Samples.One);
    }

    /// <summary>The network with one more dense layer at its end.</summary>
    /// <param name="units">The number of units, at least 1.</param>
    /// <param name="activation">
    /// The activation function of the layer: an <see cref="Activation"/> of each weighted sum, or a <see cref="VectorActivation"/> of all
    /// of them, which makes sense for two units at least.
    /// </param>
    /// <param name="sharesBias">Whether all units of the layer have one bias, which then bears no index.</param>
    public Network Dense(int units, IActivation activation, bool sharesBias = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        ArgumentNullException.ThrowIfNull(activation);
        return new Network(Inputs, [.. Layers, new Layer(units, activation) { SharesBias = sharesBias }], Loss, Penalty, Samples);
    }

    /// <summary>The network with another loss.</summary>
    public Network WithLoss(Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return new Network(Inputs, Layers, loss, Penalty, Samples);
    }

    /// <summary>The network with a penalty on its weights, which is added to the loss.</summary>
    public Network WithPenalty(Penalty? penalty) => new(Inputs, Layers, Loss, penalty, Samples);

    /// <summary>The network with a loss over several samples, which share the parameters.</summary>
    public Network WithSamples(Samples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return new Network(Inputs, Layers, Loss, Penalty, samples);
    }

    /// <summary>The same network with a model of its own.</summary>
    internal Network Copy() => new(Inputs, Layers, Loss, Penalty, Samples, Model.Copy());

    /// <summary>The name of a weight of this network.</summary>
    /// <param name="layer">The layer that the weight leads into, counted from 1.</param>
    /// <param name="from">The unit of the layer before it, counted from 1.</param>
    /// <param name="to">The unit of the layer.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such weight.</exception>
    public Symbol Weight(int layer, int from, int to)
    {
        ThrowIfAbsent(layer, to);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, UnitsOf(layer - 1));
        return Symbol.Weight(layer, from, to);
    }

    /// <summary>The name of a bias of this network.</summary>
    /// <param name="layer">The layer, counted from 1.</param>
    /// <param name="unit">The unit, counted from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bias.</exception>
    public Symbol Bias(int layer, int unit)
    {
        ThrowIfAbsent(layer, unit);
        return BiasOf(layer, unit);
    }

    /// <summary>The bias that enters a unit.</summary>
    internal Symbol BiasOf(int layer, int unit) => Layers[layer - 1].SharesBias ? Symbol.SharedBias(layer) : Symbol.Bias(layer, unit);

    /// <summary>The number of units of a layer; layer 0 is the inputs.</summary>
    internal int UnitsOf(int layer) => layer == 0 ? Inputs : Layers[layer - 1].Units;

    private void ThrowIfAbsent(int layer, int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layer, Layers.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unit, UnitsOf(layer));
    }
}
