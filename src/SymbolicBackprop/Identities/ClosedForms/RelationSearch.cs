using System.Collections.Immutable;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// Expresses a derivative through given quantities by undetermined coefficients: values of the derivative and of monomials in the
/// quantities, at random points of a prime field in which z and e^z are independent, are columns of numbers; few columns that
/// combine to the derivative's are a form.
/// </summary>
/// <remarks>
/// Parameters are kept fixed at first, so that coefficients are just residues. Then the coefficients' values at several choices of
/// the parameters are combined in the same way from monomials in the parameters.
/// </remarks>
internal sealed class RelationSearch
{
    // Rows beyond the number of combined columns are what tells a relation from an accident, 64 bits each.
    private const int Rows = 8;
    private const int MostCandidates = 40;
    private const int MostParameters = 6;

    // Sets of monomials of one size that are looked through: these are all sets of four out of 56, or of three out of 134.
    private const double MostChoices = 400_000;
    private const double MostMonomials = 20_000;

    private readonly ImmutableArray<PolynomialQuantity> quantities;
    private readonly int parameterCount;
    private readonly QuantitySamples samples;
    private readonly Func<Polynomial, FactoredForm?> accept;
    private int candidates;

    private RelationSearch(ImmutableArray<PolynomialQuantity> quantities, QuantitySamples samples, Func<Polynomial, FactoredForm?> accept)
    {
        (this.quantities, this.samples, this.accept) = (quantities, samples, accept);
        parameterCount = quantities.Count(quantity => quantity.Role == QuantityRole.Parameter);
    }

    private PrimeField Field => samples.Field;

    /// <summary>Prepares the search, or returns null where the derivative has no values to search with.</summary>
    /// <param name="derivative">The derivative.</param>
    /// <param name="argument">The argument z.</param>
    /// <param name="function">The function f.</param>
    /// <param name="parameters">Names and constants that coefficients may have in them.</param>
    /// <param name="members">The quantities, z and f among them.</param>
    /// <param name="accept">Makes a form of a hit if it is right, otherwise returns null.</param>
    /// <param name="varying">What takes different values from row to row; by default the argument, with everything else kept fixed.</param>
    public static RelationSearch? Of(
        Expr derivative,
        Expr argument,
        Expr function,
        IReadOnlyList<Expr> parameters,
        Expr[] members,
        Func<Polynomial, FactoredForm?> accept,
        IReadOnlyList<Expr>? varying = null)
    {
        ImmutableArray<PolynomialQuantity> quantities =
        [
            .. parameters.Take(MostParameters).Select(parameter => new PolynomialQuantity(parameter, QuantityRole.Parameter)),
            .. members.Select(member => new PolynomialQuantity(
                member,
                member == argument ? QuantityRole.Argument : member == function ? QuantityRole.Function : QuantityRole.Known)),
        ];
        var samples = QuantitySamples.Of([.. quantities.Select(quantity => quantity.Expression), derivative], varying ?? [argument]);
        return samples?.Rows(0, Rows) is null ? null : new RelationSearch(quantities, samples, accept);
    }

    /// <summary>The form with the fewest terms and, among these, of the lowest degree.</summary>
    /// <param name="members">The quantities to use.</param>
    /// <param name="lowest">The lowest exponent; that of the argument is 0.</param>
    /// <param name="mostTerms">How many terms the form may have.</param>
    /// <param name="degree">The highest degree of a term.</param>
    public FactoredForm? Find(Expr[] members, int lowest, int mostTerms, int degree)
    {
        int[] positions = [.. Enumerable.Range(0, quantities.Length).Where(q => members.Contains(quantities[q].Expression))];
        if (Choices(positions.Length + degree, degree) > MostMonomials)
        {
            return null;
        }

        var rows = samples.Rows(0, Rows)!;
        ulong[] target = [.. rows.Select(row => row[^1])];
        var monomials = Independent(Monomials(positions, lowest, degree), rows);
        for (var size = 1; size <= mostTerms && Choices(monomials.Length, size) <= MostChoices; size++)
        {
            for (var highest = 0; highest <= degree; highest++)
            {
                var allowed = monomials.Where(monomial => monomial.Degree <= highest).ToArray();
                foreach (var support in new SparseRelation(Field, [.. allowed.Select(monomial => monomial.Column)], target).SupportsOfSize(size))
                {
                    var chosen = Array.ConvertAll(support, index => allowed[index]);
                    if (chosen.Any(monomial => monomial.Degree == highest))
                    {
                        if (++candidates > MostCandidates)
                        {
                            return null;
                        }

                        if (TermsOf(chosen) is { } terms && accept(new Polynomial(quantities, terms)) is { } form)
                        {
                            return form;
                        }
                    }
                }
            }
        }

        return null;
    }

    private static double Choices(int of, int count) =>
        Enumerable.Range(0, Math.Min(count, of)).Aggregate(1.0, (product, i) => product * (of - i) / (i + 1));

    private ImmutableArray<PolynomialTerm>? TermsOf(Monomial[] support)
    {
        // coefficients[sheet][k] is the coefficient of monomial k.
        var coefficients = new List<ulong[]>();
        var parameterRows = new List<ulong[]>();
        for (var sheet = 0; sheet < (parameterCount == 0 ? 1 : Rows); sheet++)
        {
            if (samples.Rows(sheet, support.Length + 1) is not { } rows
                || SparseRelation.Solve(Field, [.. support.Select(monomial => ColumnOf(monomial.Exponents, rows))], [.. rows.Select(row => row[^1])]) is not { } solved)
            {
                return null;
            }

            coefficients.Add(solved);
            parameterRows.Add(rows[0]);
        }

        var terms = new List<PolynomialTerm>();
        for (var k = 0; k < support.Length; k++)
        {
            if (InParameters([.. coefficients.Select(sheet => sheet[k])], parameterRows) is not { } parts)
            {
                return null;
            }

            terms.AddRange(parts.Select(part => part with { Exponents = [.. part.Exponents.Zip(support[k].Exponents, (x, y) => x + y)] }));
        }

        return [.. terms];
    }

    // A coefficient as a sum of up to two monomials in the parameters with small rational factors.
    private List<PolynomialTerm>? InParameters(ulong[] values, List<ulong[]> parameterRows)
    {
        var monomials = Independent(Monomials([.. Enumerable.Range(0, parameterCount)], lowest: -2, degree: 3), parameterRows);
        for (var size = 1; size <= Math.Min(2, monomials.Length); size++)
        {
            var columns = Array.ConvertAll(monomials, monomial => monomial.Column);
            foreach (var support in parameterCount == 0 ? [[0]] : new SparseRelation(Field, columns, values).SupportsOfSize(size))
            {
                var factors = SparseRelation.Solve(Field, Array.ConvertAll(support, index => columns[index]), values);
                var numbers = factors is null ? [] : Array.ConvertAll(factors, factor => RationalReconstruction.Of(Field, factor));
                if (numbers.Length == support.Length && numbers.All(number => number is { IsZero: false }))
                {
                    return [.. numbers.Select((number, k) => new PolynomialTerm(number!.Value, monomials[support[k]].Exponents))];
                }
            }
        }

        return null;
    }

    // All monomials of the given quantities, with low degrees first; the degree counts negative exponents as positive.
    private List<ImmutableArray<int>> Monomials(int[] members, int lowest, int degree)
    {
        var found = new List<ImmutableArray<int>> { ImmutableArray.Create(new int[quantities.Length]) };
        foreach (var member in members)
        {
            // Dividing by z would leave a form without a value at 0, where the derivative as a rule has one.
            var least = quantities[member].Role == QuantityRole.Argument ? 0 : lowest;
            foreach (var monomial in found.ToArray())
            {
                var rest = degree - DegreeOf(monomial);
                for (var exponent = Math.Max(least, -rest); exponent <= rest; exponent++)
                {
                    if (exponent != 0)
                    {
                        found.Add(monomial.SetItem(member, exponent));
                    }
                }
            }
        }

        return [.. found.OrderBy(DegreeOf).ThenBy(monomial => monomial.Count(exponent => exponent < 0))];
    }

    private static int DegreeOf(ImmutableArray<int> exponents) => exponents.Sum(Math.Abs);

    // Monomials that are a multiple of an earlier one are left out: z·σ(z) where f is just that.
    private Monomial[] Independent(List<ImmutableArray<int>> monomials, IReadOnlyList<ulong[]> rows)
    {
        var found = new List<Monomial>();
        var ratios = new HashSet<(ulong, ulong)>();
        foreach (var exponents in monomials)
        {
            var column = ColumnOf(exponents, rows);
            if (column[0] == 0)
            {
                continue;
            }

            var inverse = column.Length > 2 ? Field.Inverse(column[0]) : 0;
            if (column.Length <= 2 || ratios.Add((Field.Multiply(column[1], inverse), Field.Multiply(column[2], inverse))))
            {
                found.Add(new Monomial(exponents, DegreeOf(exponents), column));
            }
        }

        return [.. found];
    }

    private ulong[] ColumnOf(ImmutableArray<int> exponents, IReadOnlyList<ulong[]> rows)
    {
        var column = new ulong[rows.Count];
        for (var r = 0; r < column.Length; r++)
        {
            var value = Field.One;
            for (var q = 0; q < exponents.Length; q++)
            {
                if (exponents[q] != 0)
                {
                    var power = Field.Power(rows[r][q], (ulong)Math.Abs(exponents[q]));
                    value = Field.Multiply(value, exponents[q] > 0 ? power : Field.Inverse(power));
                }
            }

            column[r] = value;
        }

        return column;
    }

    private sealed record Monomial(ImmutableArray<int> Exponents, int Degree, ulong[] Column);
}
