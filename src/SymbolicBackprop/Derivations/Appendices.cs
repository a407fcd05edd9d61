using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>What stands around the story of a derivation: the definitions it needs before it, formulas written out after it.</summary>
internal sealed class Appendices(Model model, Chain chain, WrittenOut writtenOut)
{
    /// <summary>The definitions of the weighted sums and activations that sections make use of.</summary>
    public List<Step> Definitions(IReadOnlyList<Section> sections)
    {
        var used = new HashSet<Variable>();
        foreach (var formula in sections.SelectMany(section => section.Steps).SelectMany(step => step.Statement.Sides))
        {
            Collect(formula, used);
        }

        return [.. model.Variables.Reverse()
            .Where(variable => used.Contains(variable) && variable.Symbol.Role is Role.PreActivation or Role.Activation)
            .GroupBy(variable => (variable.Symbol.Role, variable.Symbol.Layer))
            .SelectMany(units => UnitsTogether.State([.. units.Reverse()], variable => variable.Symbol, variable => variable.Definition!, Reason.Definition))];
    }

    // What a value is made of counts; what a derivative is taken by does not.
    private void Collect(Formula formula, HashSet<Variable> used) => formula.Rewrite(part =>
    {
        if (part is Symbol symbol)
        {
            used.UnionWith(Named(symbol));
        }

        return part is Derivative ? part : null;
    });

    // A symbol with an index letter names all units of its layer.
    private IEnumerable<Variable> Named(Symbol symbol) => symbol.Indices.All(index => index.Letter is null)
        ? model.TryFind(symbol, out var variable) ? [variable] : []
        : model.Variables.Where(other => other.Symbol.Role == symbol.Role && other.Symbol.Layer == symbol.Layer);

    /// <summary>The derivatives of activation functions that sections make use of, written out.</summary>
    public List<Step> WriteOutDerivatives(IReadOnlyList<Section> sections)
    {
        var calls = new List<Call>();
        foreach (var formula in sections.SelectMany(section => section.Steps).SelectMany(step => step.Statement.Sides))
        {
            formula.Rewrite(part =>
            {
                if (part is Call { Primes: 1, Arguments: [Symbol { Indices: [_] }] } call && !calls.Contains(call))
                {
                    calls.Add(call);
                }

                return null;
            });
        }

        // One that stands for all units of a layer makes those of single units superfluous.
        var general = calls.Where(call => RangeOf(call) is not null).Select(call => call.Function).ToHashSet();
        return [.. calls.Where(call => RangeOf(call) is not null || !general.Contains(call.Function)).Select(call => new Step(
            Statement.Equality(call, WrittenOut.Derivative(model.Functions[call.Function], call.Arguments[0])) with { Range = RangeOf(call) },
            Reason.ClosedForm))];
    }

    // The units that a call f′(zⱼ) with an index letter stands for.
    private IndexRange? RangeOf(Call call) => call.Arguments[0] is Symbol { Indices: [{ Letter: { } letter }] } symbol
        ? new IndexRange(letter, 1, Named(symbol).Count())
        : null;

    /// <summary>The whole derivative with everything put in.</summary>
    public Step Result(Derivative whole, IReadOnlyList<DependencyPath> paths)
    {
        var products = paths.Select(path => chain.Values(path.Nodes, 0, path.Nodes.Count - 1).ToList()).ToList();
        return new Step(Statement.Equality(whole, writtenOut.Everywhere(FactoredSum(products))), Reason.Substitution);
    }

    // The sum of products, with the factors that all of them begin or end with taken out.
    private static Formula FactoredSum(List<List<Formula>> products)
    {
        var shortest = products.Min(product => product.Count);
        var common = Enumerable.Range(0, shortest).TakeWhile(i => products.All(product => product[i] == products[0][i])).Count();
        var commonEnd = products.Count == 1 ? 0 : Enumerable.Range(1, shortest - common).TakeWhile(i => products.All(product => product[^i] == products[0][^i])).Count();
        return Formula.ProductOf(
        [
            .. products[0].Take(common),
            Formula.SumOf(products.Select(product => Formula.ProductOf(product[common..^commonEnd]))),
            .. products[0].TakeLast(commonEnd),
        ]);
    }
}
