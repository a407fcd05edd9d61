using System.Collections.Immutable;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// Finds the short form of a derivative by undetermined coefficients: values of the derivative and of monomials in f, z and known
/// functions, at random points of a prime field in which z and e^z are independent, are columns of numbers; few columns that
/// combine to the derivative's are a form, which is then proved.
/// </summary>
/// <remarks>
/// Parameters are kept fixed at first, so that coefficients are just residues. Then the coefficients' values at several choices of
/// the parameters are combined in the same way from monomials in the parameters.
/// </remarks>
internal sealed class ClosedFormSearch
{
    // Rows beyond the number of combined columns are what tells a relation from an accident, 64 bits each.
    private const int Rows = 8;
    private const int MostCandidates = 40;
    private const int MostParameters = 6;

    private readonly NumberNaming naming;
    private readonly ExprGraph graph = new();
    private readonly Expr argument;
    private readonly Expr function;
    private readonly Expr plain;
    private readonly ImmutableArray<PolynomialQuantity> quantities; // in the graph of the naming
    private readonly int parameterCount;
    private readonly Dictionary<QuantityGroup, int[]> groups = [];
    private readonly QuantitySamples? samples;
    private int candidates;

    private ClosedFormSearch(Expr formula, Expr argument, IEnumerable<Function> known)
    {
        this.argument = graph.Variable(argument.Name);
        function = graph.Define("f", formula.Expand().Substitute(_ => null, graph));
        plain = function.Definition!.Value.Derivative(this.argument);

        naming = new NumberNaming(function.Definition!.Value);
        var z = naming.Graph.Variable(argument.Name);
        var derivative = naming.Formula.Derivative(z);
        var quantitiesKnown = new KnownQuantities(naming.Formula, derivative, z, known);
        var parameters = quantitiesKnown.Parameters.Take(MostParameters).ToArray();
        parameterCount = parameters.Length;
        var f = naming.Graph.Define("f", naming.Formula);
        quantities =
        [
            .. parameters.Select(parameter => new PolynomialQuantity(parameter, QuantityRole.Parameter)),
            new(z, QuantityRole.Argument),
            new(f, QuantityRole.Function),
            .. Known(QuantityGroup.Functions, quantitiesKnown.Functions, parameterCount + 2),
        ];
        quantities = [.. quantities, .. Known(QuantityGroup.InnerDerivatives, quantitiesKnown.InnerDerivatives, quantities.Length)];
        quantities = [.. quantities, .. Known(QuantityGroup.Exponentials, quantitiesKnown.Exponentials, quantities.Length)];
        groups[QuantityGroup.Own] = [parameterCount, parameterCount + 1];
        samples = QuantitySamples.Of([.. quantities.Select(quantity => quantity.Expression), derivative], z);
    }

    private enum QuantityGroup
    {
        Own,
        Functions,
        InnerDerivatives,
        Exponentials,
    }

    private int Target => quantities.Length;

    private PrimeField Field => samples!.Field;

    /// <summary>Differentiates a formula and finds the short form.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="known">Functions of one argument that may stand in the form.</param>
    public static ClosedForm Of(Expr formula, Expr argument, IEnumerable<Function> known) => new ClosedFormSearch(formula, argument, known).Run();

    private IEnumerable<PolynomialQuantity> Known(QuantityGroup group, IReadOnlyList<Expr> members, int start)
    {
        groups[group] = [.. Enumerable.Range(start, members.Count)];
        return members.Select(member => new PolynomialQuantity(member, QuantityRole.Known));
    }

    private ClosedForm Run()
    {
        var found = plain.IsZero ? new Polynomial([], []).Arrange() : samples?.Rows(0, Rows) is null ? null : Search();
        var arrangement = found ?? PlainArrangement.Of(plain);
        return new ClosedForm(argument, function, plain, arrangement, found is not null, DerivationOfForm.Of(function, argument, plain, arrangement));
    }

    private FactoredForm? Search() =>
        Search([.. groups[QuantityGroup.Own]], lowest: 0, mostTerms: 3, degree: 3)
        ?? Search([.. groups[QuantityGroup.Own]], lowest: -2, mostTerms: 1, degree: 3)
        ?? Search([.. groups[QuantityGroup.Own], .. groups[QuantityGroup.Functions]], lowest: 0, mostTerms: 3, degree: 3)
        ?? Search([.. groups[QuantityGroup.Own], .. groups[QuantityGroup.Functions], .. groups[QuantityGroup.InnerDerivatives]], lowest: 0, mostTerms: 4, degree: 3)
        ?? Search([.. groups[QuantityGroup.Own], .. groups[QuantityGroup.Functions], .. groups[QuantityGroup.Exponentials]], lowest: 0, mostTerms: 3, degree: 2);

    // The fewest terms first, then the lowest degree.
    private FactoredForm? Search(int[] members, int lowest, int mostTerms, int degree)
    {
        var rows = samples!.Rows(0, Rows)!;
        ulong[] target = [.. rows.Select(row => row[Target])];
        var monomials = Independent(Monomials(members, lowest, degree), rows);
        for (var size = 1; size <= mostTerms; size++)
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

                        if (Confirm(chosen) is { } form)
                        {
                            return form;
                        }
                    }
                }
            }
        }

        return null;
    }

    private FactoredForm? Confirm(Monomial[] support)
    {
        if (TermsOf(support) is not { } terms)
        {
            return null;
        }

        ImmutableArray<PolynomialQuantity> restored =
            [.. quantities.Select(quantity => quantity with { Expression = naming.Restore(quantity.Expression, graph) })];
        var form = new Polynomial(restored, terms).Arrange();
        return Identity.Compare(plain, form.In(graph)).Holds ? form : null;
    }

    private ImmutableArray<PolynomialTerm>? TermsOf(Monomial[] support)
    {
        // coefficients[sheet][k] is the coefficient of monomial k.
        var coefficients = new List<ulong[]>();
        var parameterRows = new List<ulong[]>();
        for (var sheet = 0; sheet < (parameterCount == 0 ? 1 : Rows); sheet++)
        {
            if (samples!.Rows(sheet, support.Length + 1) is not { } rows
                || SparseRelation.Solve(Field, [.. support.Select(monomial => ColumnOf(monomial.Exponents, rows))], [.. rows.Select(row => row[Target])]) is not { } solved)
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
            foreach (var monomial in found.ToArray())
            {
                var rest = degree - DegreeOf(monomial);
                for (var exponent = Math.Max(lowest, -rest); exponent <= rest; exponent++)
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
