using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>The error signals δ: which quantities have one, and how each follows from those nearer to the loss.</summary>
internal sealed class ErrorSignals(Model model, Dependencies dependencies, Chain chain, DeltaConvention convention)
{
    private readonly Variable loss = model[Symbol.Loss];

    /// <summary>Whether δ of a unit is the derivative by this quantity.</summary>
    public bool Carries(Variable variable) =>
        variable.Symbol.Role == (convention == DeltaConvention.ByActivation ? Role.Activation : Role.PreActivation);

    /// <summary>The δ of a quantity that carries one.</summary>
    public static Symbol Of(Variable variable) => variable.Symbol with { Role = Role.Delta };

    /// <summary>The ways from a quantity up to the next ones that carry δ, or to the loss where there is none between; each from its upper end down.</summary>
    public IReadOnlyList<IReadOnlyList<Variable>> Segments(Variable variable)
    {
        var complete = new List<IReadOnlyList<Variable>>();
        var open = new Stack<List<Variable>>([[variable]]);
        while (open.TryPop(out var nodes))
        {
            var top = nodes[0];
            if (top == loss || (top != variable && Carries(top)))
            {
                complete.Add(nodes);
                continue;
            }

            foreach (var user in dependencies.UsersOf(top).Reverse().Where(LeadsToLoss))
            {
                open.Push([user, .. nodes]);
            }
        }

        return complete;
    }

    /// <summary>A segment as a product, δ of its upper end times the local derivatives down to its lower end.</summary>
    public Formula Contribution(IReadOnlyList<Variable> segment) =>
        Formula.ProductOf([.. Upper(segment), .. chain.Values(segment, 0, segment.Count - 1)]);

    /// <summary>The contributions that add up to the derivative by a quantity, written with Σ where they follow one pattern.</summary>
    /// <param name="variable">A quantity below the loss.</param>
    /// <param name="letter">The letter for the index of Σ.</param>
    public Formula Recursion(Variable variable, string letter)
    {
        var terms = Segments(variable).Select(Contribution).ToList();
        if (!Generalization.TryGeneralize(terms, letter, out var general))
        {
            return Formula.SumOf(terms);
        }

        // Last factors that the index does not touch stand after the sum: (Σ δⱼ wⱼ) f′(z).
        List<Formula> factors = general is Product product ? [.. product.Factors] : [general];
        var inside = factors.Count;
        while (inside > 1 && factors[inside - 1].Bind(letter, 1) == factors[inside - 1])
        {
            inside--;
        }

        return Formula.ProductOf([new Summation(letter, 1, terms.Count, Formula.ProductOf(factors.Take(inside))), .. factors.Skip(inside)]);
    }

    /// <summary>The quantities with δ between the loss and a quantity below it, from the loss down.</summary>
    public List<Variable> CarriersAbove(Variable variable)
    {
        var between = dependencies.Above(variable, loss);
        return [.. model.Variables.Reverse().Where(other => other != variable && between.Contains(other) && Carries(other))
            .GroupBy(other => other.Symbol.Layer).SelectMany(layer => layer.Reverse())];
    }

    /// <summary>The last position on a path, up to a given one, whose quantity carries δ; −1 if there is none below the loss.</summary>
    public int LowestOn(DependencyPath path, int from)
    {
        var i = from;
        while (i > 0 && !Carries(path.Nodes[i]))
        {
            i--;
        }

        return i > 0 ? i : -1;
    }

    /// <summary>Statements that introduce error signals, from the loss down.</summary>
    /// <param name="carriers">The quantities whose δ they are.</param>
    /// <param name="known">Those that need no introduction any more; the new ones are added.</param>
    /// <param name="recalled">The ones among the carriers' that were known.</param>
    public List<Step> Introduce(IEnumerable<Variable> carriers, ISet<Symbol> known, out List<Symbol> recalled)
    {
        recalled = [];
        var steps = new List<Step>();
        foreach (var layer in carriers.GroupBy(carrier => carrier.Symbol.Layer))
        {
            var fresh = new List<Variable>();
            foreach (var carrier in layer)
            {
                if (known.Add(Of(carrier)))
                {
                    fresh.Add(carrier);
                }
                else
                {
                    recalled.Add(Of(carrier));
                }
            }

            steps.AddRange(UnitsTogether.State(fresh, Of, carrier => Recursion(carrier, "k"), Reason.ErrorSignal));
        }

        return steps;
    }

    private IEnumerable<Formula> Upper(IReadOnlyList<Variable> segment) => segment[0] == loss ? [] : [Of(segment[0])];

    private bool LeadsToLoss(Variable variable) => variable == loss || !dependencies.CountPaths(loss, variable).IsZero;
}
