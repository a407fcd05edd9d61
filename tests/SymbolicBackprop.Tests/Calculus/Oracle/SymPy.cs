using System.Text.Json;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Calculus.Oracle;

/// <summary>Derivatives as another algebra system finds them.</summary>
internal static class SymPy
{
    // The system's own interpreter: the one that the distribution's package of SymPy is for.
    private const string Python = "/usr/bin/python3";

    /// <summary>An expression, the variables to differentiate it by, and a point.</summary>
    /// <param name="Expression">The expression; definitions are looked through.</param>
    /// <param name="Variables">Variables without definitions.</param>
    /// <param name="Point">The value of each variable without definition, exactly.</param>
    public sealed record Problem(Expr Expression, IReadOnlyList<Expr> Variables, Func<Expr, Rational> Point);

    /// <summary>The value at the point and the derivatives there, in the order of the variables.</summary>
    public sealed record Solution(double Value, double[] Derivatives);

    /// <summary>Solves all problems in one process. Where SymPy is missing, the test is skipped.</summary>
    public static async Task<IReadOnlyList<Solution>> DerivativesAsync(IEnumerable<Problem> problems)
    {
        var python = RequiredTool.Find(Python);
        var trial = await ToolRun.StartAsync(python, ["-c", "import sympy"]);
        if (trial.ExitCode != 0)
        {
            RequiredTool.Missing("Python has no SymPy (Debian: python3-sympy).");
        }

        var script = Repository.PathOf("tests/SymbolicBackprop.Tests/Calculus/Oracle/derivatives.py");
        var input = JsonSerializer.Serialize(problems.Select(Written));
        var run = await ToolRun.StartAsync(python, [script], input: input, timeout: TimeSpan.FromMinutes(5));
        Assert.True(run.ExitCode == 0, $"Exit code {run.ExitCode}: {run.Error}");
        var results = JsonSerializer.Deserialize<double[][]>(run.Output)!;
        return [.. results.Select(all => new Solution(all[0], all[1..]))];
    }

    private static object Written(Problem problem)
    {
        var graph = problem.Expression.Graph;
        var roots = problem.Variables.Append(problem.Expression).ToArray();
        var nodes = NodeSet.Below(roots);
        var all = nodes.Nodes.ToList();
        Assert.Equal(problem.Expression, all[^1]); // the last node is the problem's
        return new
        {
            nodes = all.Select(Node),
            by = problem.Variables.Select(Position),
            point = all.Where(node => node.Kind == ExprKind.Variable && node.Definition is null)
                .ToDictionary(variable => variable.Name, variable => problem.Point(variable).ToString()),
        };

        int Position(Expr node) => nodes.IndexOf(node.Id);

        object[] Node(Expr node)
        {
            object[] children = [.. node.Children().Select(child => (object)Position(child))];
            return node.Kind switch
            {
                ExprKind.Number => ["number", node.Number.ToString()],
                ExprKind.Variable when node.Definition is null => ["variable", node.Name],
                ExprKind.Variable => ["definition", .. children],
                ExprKind.Sum => ["sum", .. children],
                ExprKind.Product => ["product", .. children],
                ExprKind.Power => ["power", .. children],
                ExprKind.Function => ["function", node.Function.Name, .. children],
                _ => throw new InvalidOperationException($"Unknown kind {node.Kind}."),
            };
        }
    }
}
