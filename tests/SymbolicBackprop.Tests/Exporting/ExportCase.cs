using SymbolicBackprop.Activations;
using SymbolicBackprop.Exporting;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Tests.Exporting;

/// <summary>A model with points at which a system is to find the values that the engine finds.</summary>
internal sealed class ExportCase
{
    private const int PointCount = 50;
    private const double Tolerance = 1e-12;

    private ExportCase(string name, Model model)
    {
        Name = name;
        Export = Export.Of(model);
        var random = new Random(7);
        Expr[] wanted = [.. Export.Results.Select(result => result.Value)];
        Given = [.. model.Variables.Where(variable => variable.Node.Definition is null).Select(variable => wanted[0].Graph.Variable(variable.Node.Name))];
        while (Points.Count < PointCount)
        {
            var point = Given.Select(_ => 0.1 + (1.3 * random.NextDouble())).ToArray();
            for (var i = 0; i < point.Length; i++)
            {
                // What is not in the domain of a logarithm makes a point that is not taken.
                point[i] *= random.Next(3) == 0 ? -1 : 1;
            }

            var values = Evaluation.Evaluate(wanted, variable => point[Given.IndexOf(variable)]);
            if (values.All(double.IsFinite))
            {
                Points.Add(point);
                Expected.Add(values);
            }
        }
    }

    /// <summary>All examples, a small network for each activation, loss and penalty of the catalogues, and names that mean something else in many systems.</summary>
    public static IReadOnlyList<ExportCase> All { get; } =
    [
        .. Example.All.Select(row => new ExportCase(row.Data, Example.Read(row.Data).Model)),
        .. Activation.All.Select(activation => new ExportCase(activation.Name, Network.Create(1).Dense(1, activation).Dense(1, Activation.Identity).Model)),
        .. Loss.All.Select(loss => new ExportCase(loss.Name, Network.Create(1).Dense(2, VectorActivation.Softmax).WithLoss(loss).Model)),
        new("names", EquationModel.Parse(@"u = E I + N \beta + \lambda \gamma + \Pi \zeta + S Q x + C D K O", @"\hat{\mu}_1 = \tanh(u)", @"L = (y - \hat{\mu}_1)^2").Model),
        new("erf", EquationModel.Parse(@"L = \operatorname{erf}(3 x - y)").Model),
        .. Penalty.All.Select(penalty => new ExportCase(penalty.Name, Network.Create(2).Dense(1, Activation.Sigmoid).WithPenalty(penalty).Model)),
    ];

    public string Name { get; }

    public Export Export { get; }

    public List<Expr> Given { get; }

    /// <summary>The values of what is given, point by point.</summary>
    public List<double[]> Points { get; } = [];

    private List<double[]> Expected { get; } = [];

    /// <summary>A point as a system's identifiers with values.</summary>
    public Dictionary<string, double> At(int point, ExportTarget target) =>
        Given.Select((variable, i) => (variable, i)).ToDictionary(each => target.Names.Encode(each.variable.Name), each => Points[point][each.i]);

    /// <summary>Holds what a system found against what the engine finds.</summary>
    public void Check(ExportTarget target, IReadOnlyList<IReadOnlyDictionary<string, double>> found, int points = PointCount)
    {
        Assert.Equal(points, found.Count);
        for (var point = 0; point < points; point++)
        {
            Assert.Equal(Export.Results.Count, found[point].Count);
            for (var i = 0; i < Export.Results.Count; i++)
            {
                var (expected, actual) = (Expected[point][i], found[point][target.Names.Encode(Export.Results[i].Name)]);
                Assert.True(
                    Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)),
                    $"{Name}, point {point}: {Export.Results[i].Name} is {expected:R}, and {target} finds {actual:R}.");
            }
        }
    }
}
