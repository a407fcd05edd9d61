using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>What stands around the story of a derivation: the definitions it needs before it, formulas written out after it.</summary>
internal sealed class Appendices(Model model, Chain chain, WrittenOut writtenOut)
{
    /// <summary>The definitions of the weighted sums and activations that sections make use of.</summary>
    public List<Step> Definitions(IReadOnlyList<Section> sections)
    {
        // What a value is made of counts; what a derivative is taken by does not. Where f′(z) stands, a = f(z) is to be known.
        var used = SidesOf(sections)
            .SelectMany(side => side.WithParts(opens: part => part is not Derivative))
            .SelectMany(part => part switch
            {
                Symbol symbol => Named(symbol),
                Call { Primes: > 0, Arguments: [Symbol { Role: Role.PreActivation } z] } => Named(z with { Role = Role.Activation }),
                _ => [],
            })
            .ToHashSet();
        return [.. model.Variables.Reverse()
            .Where(variable => used.Contains(variable) && variable.Symbol.Role is Role.PreActivation or Role.Activation or Role.Named && variable.Node.Definition is not null)
            .GroupBy(variable => (variable.Symbol.Role, variable.Symbol.Letter, variable.Symbol.Layer))
            .SelectMany(units => UnitsTogether.State([.. units.Reverse()], variable => variable.Symbol, variable => variable.Definition!, Reason.Definition))];
    }

    private static IEnumerable<Formula> SidesOf(IReadOnlyList<Section> sections) =>
        sections.SelectMany(section => section.Steps).SelectMany(step => step.Statement.Sides);

    // A symbol with an index letter names all units of its layer.
    private IEnumerable<Variable> Named(Symbol symbol) => symbol.Indices.All(index => index.Letter is null) && symbol.Sample?.Letter is null
        ? model.TryFind(symbol, out var variable) ? [variable] : []
        : model.Variables.Where(other => other.Symbol.Role == symbol.Role && other.Symbol.Layer == symbol.Layer);

    /// <summary>The derivatives of activation functions that sections make use of, written out.</summary>
    public List<Step> WriteOutDerivatives(IReadOnlyList<Section> sections)
    {
        var calls = SidesOf(sections)
            .SelectMany(side => side.WithParts())
            .OfType<Call>()
            .Where(call => call is { Primes: 1 or 2, Arguments: [Symbol { Indices: [_] }] })
            .Distinct()
            .OrderBy(call => call.Primes)
            .ToList();

        // One that stands for all units of a layer makes those of single units superfluous.
        var general = calls.Where(call => RangeOf(call) is not null).Select(call => (call.Function, call.Primes)).ToHashSet();
        return [.. calls.Where(call => RangeOf(call) is not null || !general.Contains((call.Function, call.Primes))).Select(call => new Step(
            Statement.Equality(call, call.Primes == 1 ? [WrittenOut.Derivative(model.Functions[call.Function], call.Arguments[0])] : SecondDerivative(call)) with { Range = RangeOf(call) },
            Reason.ClosedForm))];
    }

    // The short form of f′ differentiated, and what is found for it, with f′ and without; written out it would be hard to read.
    private IEnumerable<Formula> SecondDerivative(Call call)
    {
        var (activation, argument, value, slope) = (model.Functions[call.Function], call.Arguments[0], call with { Primes = 0 }, call with { Primes = 1 });
        var first = WrittenOut.ShortForm(activation, argument, value);
        Formula[] found = [WrittenOut.SecondShortForm(activation, argument, value, slope), WrittenOut.SecondShortForm(activation, argument, value, first)];
        return activation.IsPiecewise ? found.Take(1) : found.Distinct().Prepend(new Derivative(first, argument));
    }

    // The units that a call f′(zⱼ) with an index letter stands for.
    private IndexRange? RangeOf(Call call)
    {
        if (call.Arguments[0] is not Symbol { Indices: [var unit] } symbol)
        {
            return null;
        }

        var samples = symbol.Sample?.Letter is { } s ? new IndexRange(s, 1, model.SampleCount) : null;
        return unit.Letter is { } j ? new IndexRange(j, 1, Named(symbol).Select(variable => variable.Symbol.Indices[0]).Distinct().Count()) { And = samples } : samples;
    }

    /// <summary>The whole derivative with everything put in.</summary>
    public Step Result(Derivative whole, IReadOnlyList<DependencyPath> paths)
    {
        var products = paths.Select(path => chain.Values(path.Nodes, 0, path.Nodes.Count - 1).ToList()).ToList();
        return new Step(Statement.Equality(whole, writtenOut.Everywhere(Products.FactoredSum(products))), Reason.Substitution);
    }
}
