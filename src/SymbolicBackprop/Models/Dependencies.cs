using System.Numerics;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>Which quantities of a model depend on which, with variables that only rename another looked through.</summary>
internal sealed class Dependencies
{
    private readonly Model model;
    private readonly Dictionary<Variable, List<Variable>> users = [];
    private readonly Dictionary<Variable, int> order = [];
    private readonly Dictionary<Variable, Dictionary<Variable, BigInteger>> counts = [];

    public Dependencies(Model model)
    {
        this.model = model;
        foreach (var variable in model.Variables)
        {
            order[variable] = order.Count;
            if (variable.IsAlias)
            {
                continue;
            }

            foreach (var used in UsedBy(variable))
            {
                if (!users.TryGetValue(used, out var list))
                {
                    users.Add(used, list = []);
                }

                list.Add(variable);
            }
        }
    }

    /// <inheritdoc cref="Model.Resolve"/>
    public Variable Resolve(Variable variable) => model.Resolve(variable);

    /// <summary>The quantities whose definitions use a variable, in the order of the model.</summary>
    public IReadOnlyList<Variable> UsersOf(Variable variable) => users.TryGetValue(variable, out var list) ? list : [];

    /// <summary>How many paths lead from a quantity down to another; counted for all at once, not listed.</summary>
    public BigInteger CountPaths(Variable from, Variable to)
    {
        (from, to) = (Resolve(from), Resolve(to));
        if (!counts.TryGetValue(from, out var below))
        {
            counts.Add(from, below = new() { [from] = 1 });
            foreach (var variable in model.Variables.Reverse().Where(variable => order[variable] < order[from]))
            {
                var count = UsersOf(variable).Aggregate(BigInteger.Zero, (sum, user) => sum + below.GetValueOrDefault(user));
                if (!count.IsZero)
                {
                    below.Add(variable, count);
                }
            }
        }

        return below.GetValueOrDefault(to);
    }

    /// <summary>Whether a quantity that a definition uses is used by nothing else that the definition makes use of, however indirectly.</summary>
    /// <param name="of">The quantity that is defined.</param>
    /// <param name="by">The quantity that its definition uses.</param>
    public bool IsOnlyStep(Variable of, Variable by)
    {
        // What leads up to a quantity stands before it.
        var between = Closure([by], variable => UsersOf(variable).Where(user => order[user] < order[of]));
        return between.Count == 1 || !UsedBy(of).Any(used => used != by && between.Contains(used));
    }

    /// <summary>
    /// The paths that somebody follows one by one, from a quantity down to another: none where they are too many, and none of several
    /// where they lead through a layer whose units are activated together, or through several samples.
    /// </summary>
    /// <param name="from">The upper end.</param>
    /// <param name="to">The lower end.</param>
    /// <param name="most">The largest number that is not too many.</param>
    public IReadOnlyList<DependencyPath> PathsFollowed(Variable from, Variable to, int most)
    {
        var count = CountPaths(from, to);
        IReadOnlyList<DependencyPath> paths = !count.IsZero && count <= most ? PathsBetween(from, to) : [];
        return paths.Count > 1 && paths.Any(path => PassesVectorFunction(path) || path.Nodes.Any(node => node.Symbol.Sample is not null)) ? [] : paths;
    }

    private bool PassesVectorFunction(DependencyPath path) =>
        path.Nodes.Any(node => node.Symbol is { Role: Role.PreActivation, Layer: { } layer } && model.VectorFunctions.ContainsKey(layer));

    /// <summary>All paths from a quantity down to another, ordered by the units they pass, those nearest to the end of the path first.</summary>
    public IReadOnlyList<DependencyPath> PathsBetween(Variable from, Variable to)
    {
        (from, to) = (Resolve(from), Resolve(to));
        var reaching = Above(to, from);
        var complete = new List<DependencyPath>();
        var open = new Stack<Step>();
        open.Push(new Step(to, null));
        while (open.TryPop(out var step))
        {
            if (step.Variable == from)
            {
                complete.Add(new DependencyPath([.. step.Downwards()]));
                continue;
            }

            foreach (var user in UsersOf(step.Variable).Where(reaching.Contains).Reverse())
            {
                open.Push(new Step(user, step));
            }
        }

        return complete;
    }

    /// <summary>The quantities that lie on some path from <paramref name="from"/> down to <paramref name="to"/>, both included.</summary>
    public HashSet<Variable> Above(Variable to, Variable from) => Above([to], from);

    /// <summary>The quantities that lie on some path from one down to some of several others.</summary>
    public HashSet<Variable> Above(IEnumerable<Variable> to, Variable from)
    {
        var up = DependingOn(to);
        up.RemoveWhere(variable => CountPaths(from, variable).IsZero); // counted for all at once, so that asking again costs nothing
        return up;
    }

    /// <summary>The quantities that depend on variables, these included.</summary>
    public HashSet<Variable> DependingOn(params IEnumerable<Variable> variables) => Closure(variables, UsersOf);

    /// <summary>The quantities that a definition uses.</summary>
    public IEnumerable<Variable> UsedBy(Variable variable) => model.DirectlyUsedBy(variable).Select(Resolve).Distinct();

    private static HashSet<Variable> Closure(IEnumerable<Variable> starts, Func<Variable, IEnumerable<Variable>> next)
    {
        var found = starts.ToHashSet();
        var open = new Stack<Variable>(found);
        while (open.TryPop(out var variable))
        {
            foreach (var other in next(variable))
            {
                if (found.Add(other))
                {
                    open.Push(other);
                }
            }
        }

        return found;
    }

    private sealed record Step(Variable Variable, Step? Below)
    {
        public IEnumerable<Variable> Downwards()
        {
            for (var step = this; step is not null; step = step.Below)
            {
                yield return step.Variable;
            }
        }
    }
}
