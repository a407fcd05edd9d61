using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Formulas;

/// <summary>Expressions as they are set out, looked at as LaTeX.</summary>
public sealed class TranscriptionTests
{
    private readonly ExprGraph graph = new();

    private Expr P => graph.Variable("p");

    private Expr Q => graph.Variable("q");

    private Expr R => graph.Variable("r");

    [Fact]
    public void Expressions_are_set_out_for_reading()
    {
        var half = new Rational(1, 2);
        (Expr Expression, string Latex)[] table =
        [
            (P + Q, "p + q"),
            (P - Q, "p - q"),
            (Q - P, "q - p"), // the first term without a sign leads
            (-P - Q, "-p - q"),
            (1 - P.Pow(2), "1 - p^2"),
            (P - (Q * R), "p - q r"),
            (-(P * Q), "-p q"),
            (P * (Q + R), "p (q + r)"),
            (-1 * (P + Q) * R, "-(p + q) r"),
            (P / Q, @"\frac{p}{q}"),
            (-P / Q, @"-\frac{p}{q}"),
            (1 / P, @"\frac{1}{p}"),
            (2 * P / (3 * Q), @"\frac{2 p}{3 q}"),
            (P / (Q * R), @"\frac{p}{q r}"),
            (P / Q.Pow(2), @"\frac{p}{q^2}"),
            ((P + Q) / (P - Q), @"\frac{p + q}{p - q}"),
            (half * P, @"\frac{1}{2} \, p"),
            (P / 3, @"\frac{1}{3} \, p"),
            (-half * P, @"-\frac{1}{2} \, p"),
            (new Rational(1, 100) * P, "0.01 p"),
            (P + new Rational(-1, 20), "p - 0.05"),
            (P.Pow(3), "p^3"),
            (P.Pow(-2), @"\frac{1}{p^2}"),
            (P.Pow(half), @"\sqrt{p}"),
            (P.Pow(-half), @"\frac{1}{\sqrt{p}}"),
            (Q * P.Pow(-half), @"\frac{q}{\sqrt{p}}"),
            (P.Pow(new Rational(2, 3)), @"p^{\frac{2}{3}}"),
            ((P + Q).Pow(2), "(p + q)^2"),
            (P.Pow(2).Pow(half), @"\sqrt{p^2}"),
            (StandardFunctions.Exp.Of(-P), "e^{-p}"),
            (StandardFunctions.Exp.Of(P).Pow(2), "(e^{p})^2"),
            (1 / (1 + StandardFunctions.Exp.Of(-P)), @"\frac{1}{1 + e^{-p}}"),
            (StandardFunctions.Max.Of(P, Q), @"\max(p, q)"),
            (StandardFunctions.Abs.Of(P - Q), @"\left| p - q \right|"),
            (StandardFunctions.Sqrt.Of(P), @"\sqrt{p}"),
        ];

        Assert.Equal(Lines(table.Select(row => row.Latex)), Lines(table.Select(row => Latex(row.Expression))));
    }

    [Fact]
    public void Products_within_products_of_a_sweep_are_opened()
    {
        var adjoint = graph.SharedProduct(P + 1, graph.SharedProduct(-2 * Q, R));

        var factors = Assert.IsType<Product>(Assert.IsType<Negative>(adjoint.ToFormula(Name)).Body).Factors;
        Assert.Equal(["1 + p", "2", "q", "r"], factors.Select(Written).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Definitions_are_not_opened()
    {
        var z = graph.Define("s", P * Q);

        Assert.Equal("1 + s", Latex(z + 1));
    }

    [Fact]
    public void A_name_may_stand_for_any_formula()
    {
        var formula = (P * Q).ToFormula(variable => variable == P ? -Symbol.Named("u") : Symbol.Named("v"));

        Assert.Equal("-u v", Written(formula));
    }

    [Fact]
    public void What_is_nested_too_deeply_to_be_read_is_refused_with_a_message()
    {
        var chain = P;
        for (var i = 0; i < 100_000; i++)
        {
            chain = StandardFunctions.Sin.Of(chain);
        }

        var exception = Assert.Throws<InvalidOperationException>(() => chain.ToFormula(Name));
        Assert.Equal("An expression nested more than 400 levels deep cannot be set out as a formula.", exception.Message);
    }

    private static Symbol Name(Expr variable) => Symbol.Named(variable.Name);

    private static string Latex(Expr expression) => Written(expression.ToFormula(Name));

    private static string Written(Formula formula) => new LatexWriter(Notation.Parentheses).Write(formula);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
