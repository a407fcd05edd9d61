using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Derivations.Matrices;

/// <summary>
/// Formulas about any one unit of a layer, or any one weight, as formulas about the whole layer: from −2 (yₖ − ŷₖ) for each k it makes −2 (y − ŷ).
/// </summary>
internal static class WholeLayerForm
{
    private const string Row = "i";
    private const string Column = "j";

    /// <summary>What vectors have as many entries as there are formulas.</summary>
    /// <param name="units">A formula for each unit.</param>
    /// <returns>The formula, or null where the units' formulas are not alike or have no form for the whole layer.</returns>
    public static Formula? OfVector(IReadOnlyList<Formula> units) => units switch
    {
        [var only] => Lifted(only, symbol => symbol.Indices.Count == 0 ? symbol.Role is Role.Target or Role.Prediction : symbol.Indices is [{ Letter: null, Number: 1 }]),
        _ => Generalization.TryGeneralize(units, Row, out var general) ? Lifted(general, symbol => symbol.Indices == [Index.Of(Row)]) : null,
    };

    /// <summary>The same for weights.</summary>
    /// <param name="weights">A formula for each weight that leads from one unit, for each unit of the layer before.</param>
    public static Formula? OfMatrix(IReadOnlyList<IReadOnlyList<Formula>> weights)
    {
        var rows = new List<Formula>();
        foreach (var own in weights)
        {
            if (own.Count == 1)
            {
                rows.Add(own[0]);
            }
            else if (Generalization.TryGeneralize(own, Column, out var row))
            {
                rows.Add(row);
            }
            else
            {
                return null;
            }
        }

        if (rows.Count == 1)
        {
            return Lifted(rows[0], symbol => symbol.Role == Role.Weight);
        }

        return Generalization.TryGeneralize(rows, Row, out var general) ? Lifted(general, symbol => symbol.Role == Role.Weight && symbol.Indices[0] == Index.Of(Row)) : null;
    }

    // Products of several vectors are ones entry by entry, with the numbers before the first.
    private static Formula? Lifted(Formula formula, Func<Symbol, bool> isEntry)
    {
        Formula? Inner(Formula part) => Lifted(part, isEntry);
        List<Formula>? All(EquatableList<Formula> parts) => parts.Select(Inner).OfType<Formula>().ToList() is var lifted && lifted.Count == parts.Count ? lifted : null;

        return formula switch
        {
            Literal => formula,
            Symbol symbol when isEntry(symbol) => Symbol.Whole(symbol.Role, symbol.Layer, isBatch: symbol.Sample is not null),
            Symbol { Indices.Count: 0, Sample: null } => formula,
            Negative negative => Inner(negative.Body) is { } body ? -body : null,
            Sum sum => All(sum.Terms) is { } terms ? Formula.SumOf(terms) : null,
            Product product => All(product.Factors) is { } factors ? Times(factors) : null,
            Fraction fraction => Inner(fraction.Over) is { } over && Inner(fraction.Under) is { } under && !under.SpeaksOfLayers() ? over / under : null,
            Call { Arguments: [var argument] } call => Inner(argument) is { } inner ? call with { Arguments = [inner] } : null,
            _ when !formula.WithParts().Any(part => part is Symbol { Indices.Count: > 0 } or Symbol { Sample: not null }) => formula, // a number
            _ => null,
        };
    }

    private static Formula Times(List<Formula> factors)
    {
        var numbers = factors.Where(factor => !factor.SpeaksOfLayers()).ToList();
        var vectors = factors.Where(factor => factor.SpeaksOfLayers()).ToList();
        return vectors.Count == 0 ? Formula.ProductOf(numbers) : Hadamard.Of([Formula.ProductOf([.. numbers, vectors[0]]), .. vectors.Skip(1)]);
    }
}
