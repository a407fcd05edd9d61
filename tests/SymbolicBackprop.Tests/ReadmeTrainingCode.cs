using SymbolicBackprop.Activations;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Programs;

// A namespace outside of the library's, as the reader's is: only the lines above bring in its names.
namespace ReaderOfTheReadme;

/// <summary>The README's code that evaluates a gradient many times.</summary>
internal static class ReadmeTrainingCode
{
    /// <summary>Runs it, and returns what it prints.</summary>
    public static double Run()
    {
        var model = Network.Create(inputs: 2).Dense(3, Activation.Tanh).Dense(1, Activation.Sigmoid).WithLoss(Loss.Squared).Model;
        Expr[] parameters = [.. model.Variables.Where(variable => variable.Symbol.Role is Role.Weight or Role.Bias).Select(variable => variable.Node)];
        Expr[] inputs = [.. model.Variables.Where(variable => variable.Symbol.Role is Role.Input or Role.Target).Select(variable => variable.Node)];
        var loss = model[Symbol.Loss].Node;
        var gradient = Gradient.Of(loss, by: parameters);
        var program = BatchProgram.Compile(totals: [loss, .. parameters.Select(parameter => gradient[parameter])], values: [], parameters, inputs);

        double[] samples = [0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0]; // two inputs and the target of each
        double[] weights = [.. parameters.Select((_, i) => Math.Sin(i + 1))];
        var totals = new double[program.TotalCount];
        for (var step = 0; step < 2000; step++)
        {
            program.Run(weights, samples, totals, default);
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] -= totals[i + 1];
            }
        }

        return totals[0];
    }
}
