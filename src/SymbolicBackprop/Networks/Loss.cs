using System.Collections.Immutable;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

/// <summary>A loss function. It is given by its formula alone, over all outputs; its derivatives are worked out from that.</summary>
public sealed partial class Loss
{
    private readonly Func<Outputs, Formula> formula;

    private Loss(string name, Func<Outputs, Formula> formula)
    {
        Name = name;
        this.formula = formula;
    }

    /// <summary>The name in network files and in prose, such as <c>squared</c>.</summary>
    public string Name { get; }

    /// <summary>Other names in network files.</summary>
    public ImmutableArray<string> Aliases { get; private init; } = [];

    /// <summary>Whether it has no name, and <see cref="Name"/> is the formula as somebody wrote it in LaTeX.</summary>
    public bool IsFormula { get; private init; }

    /// <summary>
    /// Whether the targets are probabilities of classes that exclude one another, so that they add up to 1. Short forms of derivatives
    /// may rest on that, and then say so.
    /// </summary>
    public bool TargetsAddUpToOne { get; private init; }

    /// <summary>The loss with a name or alias, in small or capital letters, or null if there is none.</summary>
    public static Loss? Find(string name) => All.FirstOrDefault(
        loss => loss.Aliases.Append(loss.Name).Any(own => string.Equals(own, name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A loss of one's own.</summary>
    /// <param name="name">The formula as it was written.</param>
    /// <param name="formula">The loss over all outputs.</param>
    internal static Loss Of(string name, Func<Outputs, Formula> formula) => new(name, formula) { IsFormula = true };

    /// <summary>The letters of its formula besides targets and predictions.</summary>
    internal IEnumerable<Symbol> Parameters => formula(new Outputs(1)).WithParts().OfType<Symbol>().Where(symbol => symbol.Role == Role.Named).Distinct();

    /// <summary>The formula over given outputs. Quantities in it besides targets and predictions are parameters.</summary>
    internal Formula Over(Outputs outputs) => formula(outputs);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
