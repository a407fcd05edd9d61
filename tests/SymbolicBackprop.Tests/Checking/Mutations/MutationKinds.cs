using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using Index = SymbolicBackprop.Formulas.Index;

namespace SymbolicBackprop.Tests.Checking.Mutations;

/// <summary>The usual slips, each made wherever it can be made.</summary>
internal static class MutationKinds
{
    public static IReadOnlyList<MutationKind> All { get; } =
    [
        MutationKind.At("activation left out", "activation-missing", (place, setting) => place switch
        {
            { Part: Call { Primes: 0, Function.Layer: not null, Arguments: [var z] } } => [z],
            { Part: Symbol { Role: Role.Activation } a, IsName: false } => [a with { Role = Role.PreActivation }],
            { Part: Fraction part } => Written.FunctionsIn(part, setting).Where(each => part == WrittenOut.Value(each.Activation, each.Argument)).Select(each => each.Argument),
            _ => [],
        }),
        MutationKind.At("activation applied twice", "activation-twice", (place, setting) => place switch
        {
            { Part: Call { Function.Layer: { } layer, Arguments: [var z] } call } =>
                [call with { Arguments = [call with { Primes = 0 }] }, .. z is Symbol { Role: Role.PreActivation } symbol ? [call with { Arguments = [symbol with { Role = Role.Activation }] }] : Array.Empty<Formula>()],
            { Part: Symbol { Role: Role.Activation, Layer: { } layer } a, IsName: false } when HasFunction(layer, setting) => [new Call(FunctionSymbol.OfLayer(layer), 0, [a])],
            _ => [],
        }),
        MutationKind.At("σ′ left out", "derivative-missing", (place, setting) => place.Part is Product product
            ? Written.DerivativesIn(product, setting).Where(range => !range.Equals(..product.Factors.Count)).Select(range => Without(product, range))
            : []),
        MutationKind.At("σ′ doubled", "derivative-doubled", (place, setting) => place.Part switch
        {
            Product product => Written.DerivativesIn(product, setting).Select(range => Times([.. product.Factors.Take(range.End.Value), .. product.Factors.Skip(range.Start.Value)])),
            var part when Written.IsDerivative(part) && place.Around is not Product => [new Product([part, part]), new Power(part, new Literal(2))],
            _ => [],
        }),
        MutationKind.At("σ for σ′", "function-for-derivative", (place, setting) => place.Part switch
        {
            Call { Primes: 1, Arguments: [Symbol { Role: Role.PreActivation } z] } call => [call with { Primes = 0 }, z with { Role = Role.Activation }],
            Call { Primes: 1 } call => [call with { Primes = 0 }],
            Derivative { Of: Symbol { Role: Role.Activation } a, By: Symbol { Role: Role.PreActivation } } when !place.IsName => [a],
            var part => Written.FunctionsIn(part, setting).Where(each => part == WrittenOut.Derivative(each.Activation, each.Argument)).Select(each => WrittenOut.Value(each.Activation, each.Argument)),
        }),
        MutationKind.At("σ′ for σ", "derivative-for-function", (place, setting) => place.Part switch
        {
            Call { Primes: 0, Function.Layer: not null } call => [call with { Primes = 1 }],
            Symbol { Role: Role.Activation, Layer: { } layer } a when !place.IsName && HasFunction(layer, setting) => [new Call(FunctionSymbol.OfLayer(layer), 1, [a with { Role = Role.PreActivation }])],
            _ => [],
        }),
        MutationKind.At("function of another layer", "wrong-function", (place, setting) => place.Part switch
        {
            Call { Function.Layer: not null } call => setting.Model.Functions.Keys.Where(other => other != call.Function).Select(other => call with { Function = other }),
            var part => from each in Written.FunctionsIn(part, setting)
                        from other in setting.Model.Functions.Values.Distinct()
                        where other != each.Activation
                        from exchanged in part == WrittenOut.Value(each.Activation, each.Argument) && part is not Symbol ? [WrittenOut.Value(other, each.Argument)]
                            : part == WrittenOut.Derivative(each.Activation, each.Argument) && part is not Literal ? [WrittenOut.Derivative(other, each.Argument)]
                            : Array.Empty<Formula>()
                        select exchanged,
        }),
        MutationKind.At("indices of a weight transposed", "index-transposed", (place, _) =>
            place.Part is Symbol { Role: Role.Weight, Indices: [var from, var to] } weight && from != to ? [weight with { Indices = [to, from] }] : []),
        MutationKind.At("index of a unit shifted", "index-shifted", (place, _) => place.Part is Symbol { Role: not Role.Named } symbol
            ? from k in Enumerable.Range(0, symbol.Indices.Count)
              from other in Shifted(symbol.Indices[k])
              select symbol with { Indices = symbol.Indices.Select((index, i) => i == k ? other : index).ToEquatableList() }
            : []),
        MutationKind.At("index of a layer shifted", "index-shifted", (place, _) => place.Part switch
        {
            Symbol { Layer: { } layer } symbol => Shifted(layer).Select(other => symbol with { Layer = other }),
            Call { Function.Layer: { } layer, Arguments: [Symbol { Role: Role.PreActivation } z] } call when z.Layer == layer =>
                Shifted(layer).Select(other => call with { Function = FunctionSymbol.OfLayer(other), Arguments = [z with { Layer = other }] }),
            _ => [],
        }),
        MutationKind.At("limit of Σ shifted", "index-shifted", (place, _) => place.Part is Summation { From: { } first, To: { } last } sum
            ? [.. Shifted(first).Select(from => sum with { From = from }), .. Shifted(last).Select(to => sum with { To = to })]
            : []),
        MutationKind.At("path left out", "path-missing", (place, _) => place.Part switch
        {
            Sum sum when IsOverPaths(sum) => WithoutOne(sum),
            Summation { From: { } first, To: { } last } sum when IsOfPath(sum.Body) =>
                from value in Enumerable.Range(first.Number, last.Number - first.Number + 1)
                from shorter in (Formula[])
                [
                    sum.Body.Bind(sum.Letter, value),
                    .. value == first.Number ? [sum with { From = value + 1 }] : Array.Empty<Formula>(),
                    .. value == last.Number ? [sum with { To = value - 1 }] : Array.Empty<Formula>(),
                ]
                select shorter,
            _ => [],
        }),
        MutationKind.At("term of a weighted sum left out", "term-missing", (place, _) => place.Part is Sum sum && IsWeighted(sum) ? WithoutOne(sum) : []),
        MutationKind.At("+ for ×", "plus-for-times", (place, _) => place switch
        {
            { Part: Negative { Body: Product product } } => Cuts(product).Select(cut => Formula.SumOf(-cut.Left, cut.Right)),
            { Part: Product product, Around: not Negative } => Cuts(product).Select(cut => Formula.SumOf(cut.Left, cut.Right)),
            _ => [],
        }),
        MutationKind.At("× for +", "times-for-plus", (place, _) => place.Part is Sum { Terms: var terms }
            ? Enumerable.Range(0, terms.Count - 1).Where(i => terms[i + 1] is not Negative)
                .Select(i => Formula.SumOf([.. terms.Take(i), new Product([.. FactorsOf(terms[i]), .. FactorsOf(terms[i + 1])]), .. terms.Skip(i + 2)]))
            : []),
        MutationKind.At("sign", "sign", (place, _) => place switch
        {
            { Part: Negative negative } => [negative.Body],
            { Part: Unknown or Literal { Value.IsZero: true } } or { Around: Negative } => [],
            { IsTerm: true } or { Around: Call { Function.Name: "exp" } } => [-place.Part],
            _ => [],
        }),
        MutationKind.At("factor 2 or ½ too many", "factor-two", (place, _) => place is { IsTerm: true, Part: not (Unknown or Call { Arguments.Count: 0, Function.Layer: null }) }
            ? [Scaled(place.Part, new Literal(2)), Scaled(place.Part, new Fraction(Literal.One, new Literal(2)))]
            : []),
        MutationKind.At("factor 2 left out", "factor-two", (place, _) => place.Part is Product product
            ? WithoutAny(product, factor => factor is Literal { Value: var value } && value == 2)
            : []),
        MutationKind.At("weight left out", "weight-missing", (place, _) => place.Part is Product product
            ? WithoutAny(product, factor => factor is Symbol { Role: Role.Weight } or Derivative { Of: Symbol { Role: Role.PreActivation }, By: Symbol { Role: Role.Activation } })
            : []),
        MutationKind.At("error left out", "error-missing", (place, _) => place.Part is Product product
            ? WithoutAny(product, IsError).Where(left => left is not Product || left.WithParts().Any(part => part is Symbol)) // 2 (−1) reads as a value worked out
            : []),
        new MutationKind("δ of the other convention", "other-delta", OtherDeltas),
        new MutationKind("= for ·", "equals-for-times", (statement, _) =>
            from i in Enumerable.Range(0, statement.Links.Count)
            let link = statement.Links[i]
            where link.Relation == Relation.Equal
            from cut in link.Side switch
            {
                Product product => Cuts(product),
                Negative { Body: Product product } => Cuts(product).Select(cut => (-cut.Left, cut.Right)),
                _ => [],
            }
            select statement with { Links = [.. statement.Links.Take(i), link with { Side = cut.Item1 }, new Link(Relation.Equal, cut.Item2), .. statement.Links.Skip(i + 1)] }),
        MutationKind.At("updated weight used", "updated-weight", (place, _) =>
            place is { Part: Symbol { Role: Role.Weight or Role.Bias } parameter, IsName: false } ? [parameter with { IsUpdated = true }] : []),
    ];

    private static IEnumerable<Statement> OtherDeltas(Statement statement, Setting setting)
    {
        var byActivation = setting.Delta == DeltaConvention.ByActivation;
        foreach (var place in Place.Of(statement))
        {
            switch (place.Part)
            {
                // f′ beside a δ that is used: too many where δ is ∂/∂z, missing where it is ∂/∂a.
                case Product product:
                    for (var i = 0; i < product.Factors.Count; i++)
                    {
                        if (product.Factors[i] is Symbol { Role: Role.Delta } delta)
                        {
                            var own = DerivativeAt(delta);
                            if (!byActivation)
                            {
                                yield return place.Put(Times([.. product.Factors.Take(i + 1), own, .. product.Factors.Skip(i + 1)]));
                            }
                            else if (product.Factors.Contains(own))
                            {
                                yield return place.Put(Times([.. product.Factors.Where(factor => factor != own)]));
                            }
                        }
                    }

                    break;

                // The brace of another δ.
                case Underbrace { Label: Symbol { Role: Role.Delta }, Body: Product inside } brace when place.Around is Product outside:
                    var at = outside.Factors.ToList().IndexOf(brace);
                    if (byActivation && at + 1 < outside.Factors.Count && Written.IsDerivative(outside.Factors[at + 1]))
                    {
                        yield return Around(statement, outside, Times([.. outside.Factors.Take(at), brace with { Body = Times([.. inside.Factors, outside.Factors[at + 1]]) }, .. outside.Factors.Skip(at + 2)]));
                    }
                    else if (!byActivation && Written.IsDerivative(inside.Factors[^1]))
                    {
                        yield return Around(statement, outside, Times([.. outside.Factors.Take(at), brace with { Body = Times([.. inside.Factors.SkipLast(1)]) }, inside.Factors[^1], .. outside.Factors.Skip(at + 1)]));
                    }

                    break;
            }
        }

        // What a δ is said to be.
        if ((statement.First is PathShare share ? share.Whole : statement.First) is not Symbol { Role: Role.Delta } defined)
        {
            yield break;
        }

        var derivative = DerivativeAt(defined);
        foreach (var place in Place.Of(statement).Where(place => place.Around is null && place.Part != statement.First))
        {
            switch (place.Part)
            {
                case Derivative { By: Symbol by } whole:
                    yield return place.Put(whole with { By = by with { Role = byActivation ? Role.PreActivation : Role.Activation } });
                    break;
                case Product product when byActivation:
                    yield return place.Put(Times([.. product.Factors, derivative]));
                    if (product.Factors.FirstOrDefault() is Symbol { Role: Role.Delta } upper)
                    {
                        yield return place.Put(Times([.. product.Factors.Where(factor => factor != DerivativeAt(upper)), derivative]));
                    }

                    break;
                case Negative { Body: Product product } when byActivation:
                    yield return place.Put(-Times([.. product.Factors, derivative]));
                    break;
                case Product product:
                    yield return place.Put(Times([.. product.Factors.Where(factor => factor != derivative)]));
                    if (product.Factors.FirstOrDefault() is Symbol { Role: Role.Delta } above)
                    {
                        yield return place.Put(Times([above, DerivativeAt(above), .. product.Factors.Skip(1).Where(factor => factor != derivative)]));
                    }

                    break;
                case Negative { Body: Product product }:
                    yield return place.Put(-Times([.. product.Factors.Where(factor => factor != derivative)]));
                    break;
            }
        }
    }

    private static Statement Around(Statement statement, Formula old, Formula part) => Place.Of(statement).First(place => ReferenceEquals(place.Part, old)).Put(part);

    // Layers whose units are activated together have no function f of one argument.
    private static bool HasFunction(SymbolicBackprop.Formulas.Index layer, Setting setting) => !setting.Model.VectorFunctions.ContainsKey(layer);

    private static Call DerivativeAt(Symbol delta) => new(FunctionSymbol.OfLayer(delta.Layer!.Value), 1, [delta with { Role = Role.PreActivation }]);

    private static bool IsError(Formula factor) => factor switch
    {
        Symbol { Role: Role.Delta } => true,
        Derivative { Of: Symbol { Role: Role.Loss } } => true,
        Sum { Terms: var terms } => terms.Any(term => (term is Negative negative ? negative.Body : term) is Symbol { Role: Role.Target }),
        _ => false,
    };

    private static bool IsOverPaths(Sum sum) => !IsWeighted(sum) && sum.Terms.All(IsOfPath);

    private static bool IsOfPath(Formula term) => term.WithParts().Any(part => part is PathShare or Symbol { Role: Role.Delta or Role.Weight });

    private static bool IsWeighted(Sum sum) => sum.Terms.Any(term => term is Symbol { Role: Role.Bias });

    private static IEnumerable<Index> Shifted(Index index) => index.Letter is { } letter
        ? [Index.Of(letter, index.Number - 1), Index.Of(letter, index.Number + 1)]
        : new[] { index.Number - 1, index.Number + 1 }.Where(number => number > 0).Select(number => (Index)number);

    private static IEnumerable<(Formula Left, Formula Right)> Cuts(Product product) => Enumerable.Range(1, product.Factors.Count - 1)
        .Select(i => (Times([.. product.Factors.Take(i)]), Times([.. product.Factors.Skip(i)])));

    private static IEnumerable<Formula> WithoutOne(Sum sum) => sum.Terms.Select((_, i) => Formula.SumOf(sum.Terms.Where((_, k) => k != i)));

    private static IEnumerable<Formula> WithoutAny(Product product, Func<Formula, bool> isMeant) =>
        Enumerable.Range(0, product.Factors.Count).Where(i => isMeant(product.Factors[i])).Select(i => Without(product, i..(i + 1)));

    private static Formula Without(Product product, Range range) => Times([.. product.Factors.Take(range.Start.Value), .. product.Factors.Skip(range.End.Value)]);

    private static Formula Scaled(Formula term, Formula factor) => term is Negative negative ? -Scaled(negative.Body, factor) : Formula.ProductOf(factor, term);

    private static IEnumerable<Formula> FactorsOf(Formula term) => term is Product product ? product.Factors : [term];

    private static Formula Times(IEnumerable<Formula> factors) => Formula.ProductOf(factors);
}
