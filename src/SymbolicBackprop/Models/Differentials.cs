using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Models;

/// <summary>Derivatives of a model's expressions; each sweep over the graph is made once.</summary>
internal sealed class Differentials(Model model)
{
    private DirectionalSweep? alongDirection;
    private readonly Dictionary<(int Of, int? By), Gradient> totals = [];
    private readonly Dictionary<int, (Gradient Gradient, Variable[] Aliases)> partials = [];

    /// <summary>∂of/∂by with everything between the two held fixed: what the definition of <paramref name="of"/> itself contributes.</summary>
    public Expr Partial(Variable of, Variable by)
    {
        if (!partials.TryGetValue(of.Node.Id, out var partial))
        {
            partial = (Gradient.Of(of.Node, throughDefinitions: false), [.. model.DirectlyUsedBy(of).Where(used => used.IsAlias)]);
            partials.Add(of.Node.Id, partial);
        }

        return BySelfAndAliases(partial.Gradient, by, partial.Aliases);
    }

    /// <summary>What an expression itself contributes to its derivative by a quantity, with all other quantities in it held fixed.</summary>
    public Expr Partial(Expr of, Variable by) => of.Kind == ExprKind.Variable
        ? model.Graph.Number(model.Resolve(model.Of(of)) == by ? 1 : 0)
        : BySelfAndAliases(Gradient.Of(of, throughDefinitions: false), by, model.Variables.Where(variable => variable.IsAlias));

    private Expr BySelfAndAliases(Gradient gradient, Variable by, IEnumerable<Variable> aliases) => aliases
        .Where(alias => model.Resolve(alias) == by)
        .Aggregate(gradient[by.Node], (sum, alias) => sum + gradient[alias.Node]);

    /// <summary>∂of/∂by through all definitions.</summary>
    /// <param name="of">An expression.</param>
    /// <param name="by">A variable.</param>
    /// <param name="sweepsOverAll">Whether derivatives of the same by other variables are to be expected.</param>
    public Expr Total(Expr of, Expr by, bool sweepsOverAll) => GradientOf(of, sweepsOverAll ? null : by)[by];

    /// <summary>What an expression changes by in the direction of the vector with a component for each parameter.</summary>
    /// <exception cref="MeaninglessException">Which of its given quantities are parameters, the model does not say.</exception>
    public Expr AlongDirection(Expr of) => (alongDirection ??= new DirectionalSweep(Direction())).Of(of);

    private Dictionary<Expr, Expr> Direction() => model.Parameters.ToDictionary(
        parameter => parameter.Node,
        parameter => model.Graph.Variable($"R{{{parameter.Symbol}}}")) is { Count: > 0 } direction
        ? direction
        : throw new MeaninglessException("The model does not say which quantities are parameters, and make up the direction of R.");

    private Gradient GradientOf(Expr of, Expr? by)
    {
        if (!totals.TryGetValue((of.Id, by?.Id), out var gradient))
        {
            totals.Add((of.Id, by?.Id), gradient = Gradient.Of(of, by: by is { } only ? [only] : null));
        }

        return gradient;
    }

    /// <summary>
    /// ∂of/∂name for a name that was introduced. For a quantity of the model it is that quantity. By any other, such as e = y − ŷ,
    /// something can be differentiated that depends on what e is made of through e alone.
    /// </summary>
    /// <exception cref="MeaninglessException">It depends on that in other ways, or the name stands for a number.</exception>
    public Expr ByIntroduced(Expr of, Symbol name, Expr meant)
    {
        var gradient = GradientOf(of, null);
        if (meant.Kind == ExprKind.Variable || model.DefinedBy(meant) is not null)
        {
            return gradient[model.DefinedBy(meant)?.Node ?? meant];
        }

        var own = Gradient.Of(meant, throughDefinitions: false);
        Expr? quotient = null;
        foreach (var part in NodeSet.Below([meant], throughDefinitions: false).Nodes.Where(node => node.Kind == ExprKind.Variable))
        {
            quotient ??= gradient[part] / own[part];
            if (!Identity.Compare(gradient[part], quotient.Value * own[part]).Holds)
            {
                throw new MeaninglessException($"Not all of this goes through {name}.");
            }
        }

        return quotient ?? throw new MeaninglessException($"{name} is a number.");
    }
}
