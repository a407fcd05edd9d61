namespace SymbolicBackprop.Benchmarks;

/// <summary>
/// Backpropagation as one writes it by hand, two loops a layer, without vectors: the yardstick for compiled programs. Hidden layers are
/// of tanh; the outputs go either through softmax into the cross-entropy, or through a sigmoid into the square of the error.
/// </summary>
public sealed class HandWritten
{
    private readonly bool classifies;
    private readonly double[][] activations;
    private readonly double[][] deltas; // the loss by weighted sums

    /// <summary>Makes a network.</summary>
    /// <param name="classifies">Whether the loss is the cross-entropy.</param>
    /// <param name="units">The units of each layer, the inputs first.</param>
    public HandWritten(bool classifies, params int[] units)
    {
        this.classifies = classifies;
        activations = Array.ConvertAll(units, count => new double[count]);
        deltas = Array.ConvertAll(units, count => new double[count]);
        Weights = new double[units.Length][];
        Biases = new double[units.Length][];
        for (var l = 1; l < units.Length; l++)
        {
            Weights[l] = new double[units[l] * units[l - 1]];
            Biases[l] = new double[units[l]];
        }

        WeightGradients = Array.ConvertAll(Weights, weights => new double[weights?.Length ?? 0]);
        BiasGradients = Array.ConvertAll(Biases, biases => new double[biases?.Length ?? 0]);
    }

    /// <summary>The weights into each layer, unit by unit.</summary>
    public double[][] Weights { get; }

    /// <summary>The biases of each layer.</summary>
    public double[][] Biases { get; }

    /// <summary>The derivatives by the weights.</summary>
    public double[][] WeightGradients { get; }

    /// <summary>The derivatives by the biases.</summary>
    public double[][] BiasGradients { get; }

    /// <summary>The loss of a sample; the gradients are left behind.</summary>
    public double Evaluate(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        inputs.CopyTo(activations[0]);
        for (var l = 1; l < activations.Length; l++)
        {
            Forward(l);
        }

        var loss = classifies ? CrossEntropy(targets) : Square(targets);
        for (var l = activations.Length - 1; l > 0; l--)
        {
            Backward(l);
        }

        return loss;
    }

    private void Forward(int l)
    {
        var (from, to, weights, biases) = (activations[l - 1], activations[l], Weights[l], Biases[l]);
        var isLast = l == activations.Length - 1;
        for (var j = 0; j < to.Length; j++)
        {
            var z = biases[j];
            var row = j * from.Length;
            for (var i = 0; i < from.Length; i++)
            {
                z += weights[row + i] * from[i];
            }

            to[j] = !isLast ? Math.Tanh(z) : classifies ? z : 1 / (1 + Math.Exp(-z));
        }
    }

    private void Backward(int l)
    {
        var (from, weights, gradients, delta) = (activations[l - 1], Weights[l], WeightGradients[l], deltas[l]);
        for (var j = 0; j < delta.Length; j++)
        {
            BiasGradients[l][j] = delta[j];
            var row = j * from.Length;
            for (var i = 0; i < from.Length; i++)
            {
                gradients[row + i] = delta[j] * from[i];
            }
        }

        if (l == 1)
        {
            return;
        }

        var before = deltas[l - 1];
        Array.Clear(before);
        for (var j = 0; j < delta.Length; j++)
        {
            var row = j * from.Length;
            for (var i = 0; i < from.Length; i++)
            {
                before[i] += delta[j] * weights[row + i];
            }
        }

        for (var i = 0; i < from.Length; i++)
        {
            before[i] *= 1 - (from[i] * from[i]);
        }
    }

    private double CrossEntropy(ReadOnlySpan<double> targets)
    {
        var (logits, delta) = (activations[^1], deltas[^1]);
        var sum = 0.0;
        for (var k = 0; k < logits.Length; k++)
        {
            delta[k] = Math.Exp(logits[k]);
            sum += delta[k];
        }

        var loss = Math.Log(sum);
        for (var k = 0; k < logits.Length; k++)
        {
            delta[k] = (delta[k] / sum) - targets[k];
            loss -= targets[k] * logits[k];
        }

        return loss;
    }

    private double Square(ReadOnlySpan<double> targets)
    {
        var (outputs, delta) = (activations[^1], deltas[^1]);
        var loss = 0.0;
        for (var k = 0; k < outputs.Length; k++)
        {
            var error = targets[k] - outputs[k];
            loss += error * error;
            delta[k] = -2 * error * outputs[k] * (1 - outputs[k]);
        }

        return loss;
    }
}
