using System.Diagnostics.CodeAnalysis;

namespace SymbolicBackprop.Formulas;

/// <summary>
/// Finds the one formula with an index letter that several formulas are instances of: from δ₁w₁₁ and δ₂w₁₂ it makes δⱼw₁ⱼ. The
/// first two instances are compared; what is found must give all of them back.
/// </summary>
internal static class Generalization
{
    /// <summary>Generalizes the instances for the index values 1, 2, ….</summary>
    /// <returns>Whether there is such a formula.</returns>
    public static bool TryGeneralize(IReadOnlyList<Formula> instances, string letter, [MaybeNullWhen(false)] out Formula general)
    {
        general = null;
        return instances.Count > 1
            && Merge(instances[0], instances[1], letter) is { } candidate
            && Reproduces(general = candidate, instances, letter);
    }

    private static bool Reproduces(Formula candidate, IReadOnlyList<Formula> instances, string letter)
    {
        for (var i = 0; i < instances.Count; i++)
        {
            if (candidate.Bind(letter, i + 1) != instances[i])
            {
                return false;
            }
        }

        return true;
    }

    private static Formula? Merge(Formula first, Formula second, string letter)
    {
        Formula? Inner(Formula a, Formula b) => Merge(a, b, letter);

        return (first, second) switch
        {
            _ when first == second => first,
            (Symbol a, Symbol b) when a.Role == b.Role && a.Letter == b.Letter && a.Layer == b.Layer && a.IsUpdated == b.IsUpdated && a.IsWhole == b.IsWhole && a.IsBatch == b.IsBatch && a.Sample is null == b.Sample is null
                && Merge(a.Indices, b.Indices, letter) is { } indices && Merge(SampleOf(a), SampleOf(b), letter) is { } sample =>
                a with { Indices = indices, Sample = sample.Count == 0 ? null : sample[0] },
            (KroneckerDelta a, KroneckerDelta b) when Merge([a.Left, a.Right], [b.Left, b.Right], letter) is [var left, var right] => new KroneckerDelta(left, right),
            (Negative a, Negative b) when Inner(a.Body, b.Body) is { } body => new Negative(body),
            (Sum a, Sum b) when Merge(a.Terms, b.Terms, letter) is { } terms => new Sum(terms),
            (Product a, Product b) when Merge(a.Factors, b.Factors, letter) is { } factors => new Product(factors),
            (Fraction a, Fraction b) when Inner(a.Over, b.Over) is { } over && Inner(a.Under, b.Under) is { } under => new Fraction(over, under),
            (Power a, Power b) when Inner(a.Base, b.Base) is { } radix && Inner(a.Exponent, b.Exponent) is { } exponent => new Power(radix, exponent),
            (Call a, Call b) when a.Function == b.Function && a.Primes == b.Primes && Merge(a.Arguments, b.Arguments, letter) is { } arguments =>
                a with { Arguments = arguments },
            (Derivative a, Derivative b) when Inner(a.Of, b.Of) is { } of && Inner(a.By, b.By) is { } by => new Derivative(of, by),
            (Directional a, Directional b) when Inner(a.Of, b.Of) is { } of => new Directional(of),
            (Summation a, Summation b) when a.Letter != letter && a with { Body = b.Body } == b && Inner(a.Body, b.Body) is { } body => a with { Body = body },
            (Cases a, Cases b) when Merge(a.Parts().ToEquatableList(), b.Parts().ToEquatableList(), letter) is { } parts => Filled(a, parts),
            _ => null,
        };
    }

    private static EquatableList<Index> SampleOf(Symbol symbol) => symbol.Sample is { } sample ? [sample] : [];

    private static Cases Filled(Cases shape, EquatableList<Formula> parts)
    {
        var next = 0;
        return shape.Map(_ => parts[next++]);
    }

    private static EquatableList<Formula>? Merge(EquatableList<Formula> first, EquatableList<Formula> second, string letter)
    {
        if (first.Count != second.Count)
        {
            return null;
        }

        var merged = new Formula[first.Count];
        for (var i = 0; i < merged.Length; i++)
        {
            if (Merge(first[i], second[i], letter) is not { } part)
            {
                return null;
            }

            merged[i] = part;
        }

        return merged.ToEquatableList();
    }

    private static EquatableList<Index>? Merge(EquatableList<Index> first, EquatableList<Index> second, string letter)
    {
        if (first.Count != second.Count)
        {
            return null;
        }

        var merged = new Index[first.Count];
        for (var i = 0; i < merged.Length; i++)
        {
            if (first[i] != second[i] && ((first[i] != 1 && first[i] != 0) || second[i] != first[i].Number + 1))
            {
                return null;
            }

            merged[i] = first[i] == second[i] ? first[i] : Index.Of(letter, first[i].Number - 1);
        }

        return merged.ToEquatableList();
    }
}
