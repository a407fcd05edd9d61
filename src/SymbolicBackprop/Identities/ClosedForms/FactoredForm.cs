using System.Collections.Immutable;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// An expression in the order and with the factors in which it is to be read, such as f·(1 − f): sums and products that are not
/// put into a canonical form.
/// </summary>
public abstract record FactoredForm
{
    private FactoredForm()
    {
    }

    /// <summary>How much there is to read: the number of symbols, with a fraction counted as two.</summary>
    internal int Size => this switch
    {
        Constant constant => Rational.Abs(constant.Value).IsOne ? 0 : constant.Value.IsInteger ? 1 : 2,
        Quantity => 1,
        Sum sum => sum.Terms.Sum(term => Math.Max(1, term.Size)),
        Product product => product.Factors.Sum(factor => factor.Size),
        Power power => power.Radix.Size,
        _ => throw new InvalidOperationException($"Unknown form {GetType()}."),
    };

    /// <summary>All quantities in it, in reading order.</summary>
    internal IEnumerable<Quantity> Quantities() => this switch
    {
        Constant => [],
        Quantity quantity => [quantity],
        Sum sum => sum.Terms.SelectMany(term => term.Quantities()),
        Product product => product.Factors.SelectMany(factor => factor.Quantities()),
        Power power => power.Radix.Quantities(),
        _ => throw new InvalidOperationException($"Unknown form {GetType()}."),
    };

    /// <summary>The expression that this stands for, in a graph that holds its quantities.</summary>
    /// <param name="graph">The graph of the quantities.</param>
    public Expr In(ExprGraph graph) => this switch
    {
        Constant constant => graph.Number(constant.Value),
        Quantity quantity => quantity.Expression,
        Sum sum => graph.Sum([.. sum.Terms.Select(term => term.In(graph))]),
        Product product => graph.Product([.. product.Factors.Select(factor => factor.In(graph))]),
        Power power => power.Radix.In(graph).Pow(power.Exponent),
        _ => throw new InvalidOperationException($"Unknown form {GetType()}."),
    };

    /// <summary>A number.</summary>
    /// <param name="Value">Its value.</param>
    public sealed record Constant(Rational Value) : FactoredForm;

    /// <summary>Something that is written as one thing: f, z, a parameter, or another expression such as σ(z).</summary>
    /// <param name="Expression">What it is.</param>
    public sealed record Quantity(Expr Expression) : FactoredForm;

    /// <summary>Terms in the order of reading. A term that is subtracted is a product that starts with a negative number.</summary>
    /// <param name="Terms">Two or more terms.</param>
    public sealed record Sum(ImmutableArray<FactoredForm> Terms) : FactoredForm;

    /// <summary>Factors in the order of reading, a number first.</summary>
    /// <param name="Factors">Two or more factors.</param>
    public sealed record Product(ImmutableArray<FactoredForm> Factors) : FactoredForm;

    /// <summary>A power.</summary>
    /// <param name="Radix">The base.</param>
    /// <param name="Exponent">An exponent other than 0 and 1; negative for what stands below a fraction bar.</param>
    public sealed record Power(FactoredForm Radix, Rational Exponent) : FactoredForm;
}
