using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Works out the factors of the chain rule one by one, each from the definition that is differentiated in it.</summary>
internal sealed class LocalFactors(Model model, Dependencies dependencies, Chain chain, string innerLetter)
{
    /// <summary>The sections, one for each kind of definition.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="variable">What it is differentiated by.</param>
    public IEnumerable<Section> Tell(Variable loss, Variable variable) => StepsBetween(loss, variable)
        .GroupBy(step => KindOf(step.Of))
        .OrderBy(kind => kind.Key)
        .Select(kind => new Section(kind.Key, [.. kind
            .GroupBy(step => (step.Of.Symbol.Role, step.Of.Symbol.Layer, step.By.Symbol.Role, step.By.Symbol.Layer))
            .SelectMany(layer => Together([.. layer.Reverse()]))
            .Select(statement => new Step(statement, Reason.LocalDerivative))]));

    // The steps of all paths, from the loss down. Where there is more between two quantities than the step, it has no factor of its own.
    private IEnumerable<(Variable Of, Variable By)> StepsBetween(Variable loss, Variable variable)
    {
        var between = dependencies.Above(variable, loss);
        return model.Variables.Reverse().Where(between.Contains).SelectMany(by => dependencies.UsersOf(by).Reverse()
            .Where(of => between.Contains(of) && dependencies.IsOnlyStep(of, by))
            .Select(of => (of, by)));
    }

    private SectionKind KindOf(Variable of) => !model.HasLayers ? SectionKind.QuantityFactors : of.Symbol.Role switch
    {
        Role.Activation => SectionKind.ActivationFactors,
        Role.PreActivation => SectionKind.SumFactors,
        _ => SectionKind.LossFactors,
    };

    // One statement for a layer where there is a pattern: over its units, or over those of both layers that a step leads between.
    private IEnumerable<Statement> Together(IReadOnlyList<(Variable Of, Variable By)> steps)
    {
        var joined = UnitsTogether.Join([.. steps.Select(step => WorkedOut(step.Of, step.By))], "j");
        return joined.Count == 1 ? joined : UnitsTogether.Join(
            [.. steps.GroupBy(step => step.Of).SelectMany(unit => UnitsTogether.Join([.. unit.Select(step => WorkedOut(step.Of, step.By))], "j"))],
            innerLetter);
    }

    private Statement WorkedOut(Variable of, Variable by)
    {
        List<Formula> sides = [new Derivative(of.Symbol, by.Symbol), .. new RuleByRule(model, by).Differentiate(of.Definition!), chain.LocalDerivative(of, by)];
        return Statement.Equality(sides[0], sides.Skip(1).Where((side, i) => side != sides[i])); // what is written alike is not written twice
    }
}
