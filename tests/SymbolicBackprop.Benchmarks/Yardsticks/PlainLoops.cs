namespace SymbolicBackprop.Benchmarks.Yardsticks;

/// <summary>
/// Backpropagation as one writes it by hand, two loops a layer, without vectors: the yardstick for compiled programs. Hidden layers are
/// of tanh; the outputs go either through softmax into the cross-entropy, or through a sigmoid into the square of the error.
/// </summary>
public sealed class PlainLoops
{
    private readonly bool classifies;
    private readonly double[][] weights; // into each layer, unit by unit
    private readonly double[][] biases;
    private readonly double[][] weightGradients;
    private readonly double[][] biasGradients;
    private readonly double[][] activations;
    private readonly double[][] deltas; // derivatives of the loss by weighted sums

    /// <summary>Makes a network.</summary>
    /// <param name="classifies">Whether the loss is the cross-entropy.</param>
    /// <param name="units">The units of each layer, the inputs first.</param>
    public PlainLoops(bool classifies, params int[] units)
    {
        this.classifies = classifies;
        activations = Array.ConvertAll(units, count => new double[count]);
        (deltas, biases, biasGradients) = (NewBiases(), NewBiases(), NewBiases());
        (weights, weightGradients) = (NewWeights(), NewWeights());

        double[][] NewBiases() => [.. units.Select(count => new double[count])];

        double[][] NewWeights() => [[], .. units.Zip(units.Skip(1)).Select(pair => new double[pair.First * pair.Second])];
    }

    /// <summary>Takes the weights and the bias into each unit, layer by layer.</summary>
    public void SetParameters(ReadOnlySpan<double> parameters)
    {
        for (var l = 1; l < weights.Length; l++)
        {
            var width = activations[l - 1].Length;
            for (var j = 0; j < biases[l].Length; j++)
            {
                parameters[..width].CopyTo(weights[l].AsSpan(j * width));
                biases[l][j] = parameters[width];
                parameters = parameters[(width + 1)..];
            }
        }
    }

    /// <summary>The derivatives by all parameters, in the same order.</summary>
    public double[] Gradient()
    {
        var found = new List<double>();
        for (var l = 1; l < weights.Length; l++)
        {
            var width = activations[l - 1].Length;
            for (var j = 0; j < biases[l].Length; j++)
            {
                found.AddRange(weightGradients[l].AsSpan(j * width, width));
                found.Add(biasGradients[l][j]);
            }
        }

        return [.. found];
    }

    /// <summary>The loss of a sample; the gradient is left behind.</summary>
    /// <param name="sample">The inputs, then the targets.</param>
    public double Evaluate(ReadOnlySpan<double> sample)
    {
        sample[..activations[0].Length].CopyTo(activations[0]);
        for (var l = 1; l < activations.Length; l++)
        {
            Forward(l);
        }

        var targets = sample[activations[0].Length..];
        var loss = classifies ? CrossEntropy(targets) : Square(targets);
        for (var l = activations.Length - 1; l > 0; l--)
        {
            Backward(l);
        }

        return loss;
    }

    private void Forward(int l)
    {
        var (from, to, into, bias) = (activations[l - 1], activations[l], weights[l], biases[l]);
        var isLast = l == activations.Length - 1;
        for (var j = 0; j < to.Length; j++)
        {
            var z = bias[j];
            var row = j * from.Length;
            for (var i = 0; i < from.Length; i++)
            {
                z += into[row + i] * from[i];
            }

            to[j] = !isLast ? Math.Tanh(z) : classifies ? z : 1 / (1 + Math.Exp(-z));
        }
    }

    private void Backward(int l)
    {
        var (from, into, gradient, delta) = (activations[l - 1], weights[l], weightGradients[l], deltas[l]);
        for (var j = 0; j < delta.Length; j++)
        {
            biasGradients[l][j] = delta[j];
            var row = j * from.Length;
            for (var i = 0; i < from.Length; i++)
            {
                gradient[row + i] = delta[j] * from[i];
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
                before[i] += delta[j] * into[row + i];
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
