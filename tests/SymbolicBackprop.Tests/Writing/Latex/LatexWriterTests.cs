using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;
using Index = SymbolicBackprop.Formulas.Index;

namespace SymbolicBackprop.Tests.Writing.Latex;

public sealed class LatexWriterTests
{
    private static readonly Notation Plain = Notation.Parentheses;

    [Fact]
    public void Signs_and_brackets() => AssertWritten(
        (Sum(P, Q, -R), "p + q - r"),
        (Sum(-P, Q), "-p + q"),
        (Sum(P, -Sum(Q, R)), "p - (q + r)"),
        (Sum(P, Sum(Q, R)), "p + (q + r)"),
        (Sum(Sum(P, Q), R), "(p + q) + r"),
        (Sum(P, -Product(Q, R)), "p - q r"),
        (-Sum(P, Q), "-(p + q)"),
        (new Negative(-P), "-(-p)"),
        (Product(P, Sum(Q, R)), "p (q + r)"),
        (Product(Sum(P, Q), R), "(p + q) r"),
        (Product(P, -Q), "p (-q)"),
        (Product(-P, Q), "(-p) q"),
        (Product(P, Product(Q, R)), "p (q r)"),
        (new Power(P, Number(2)), "p^2"),
        (new Power(P, Number(12)), "p^{12}"),
        (new Power(Sum(P, Q), Number(2)), "(p + q)^2"),
        (new Power(-P, Number(2)), "(-p)^2"),
        (new Power(new Power(P, Number(2)), Number(3)), "(p^2)^3"),
        (new Power(Z(1, 1), Number(2)), "[z_1^{(1)}]^2"),
        (new Power(Target, Number(2)), "y^2"),
        (new Power(new Symbol(Role.PreActivation, null, [1]), Number(2)), "(z_1)^2"), // z_1^2 may be of layer 2
        (new Power(Number(2), Number(3)), "2^3"),
        (new Power(F(1, P), Number(2)), "f_1(p)^2"),
        (new Power(F(1), Number(2)), "(f_1)^2"),
        (new Power(Exp(P), Number(2)), "(e^{p})^2"),
        (new Power(new Fraction(P, Q), Number(2)), @"\left( \frac{p}{q} \right)^2"));

    [Fact]
    public void Brackets_around_what_shows_parentheses_are_square_and_then_round_again() => AssertWritten(
        (Product(P, Sum(Q, F(1, R))), "p [q + f_1(r)]"),
        (Product(P, Sum(Q, Z(1, 1))), "p [q + z_1^{(1)}]"),
        (Product(P, Sum(Q, Product(R, Sum(P, Q)))), "p [q + r (p + q)]"),
        (Product(P, Sum(Q, Product(R, Sum(P, Product(Q, Sum(P, Q)))))), "p (q + r [p + q (p + q)])"),
        (Product(P, Sum(Q, -Sum(P, R))), "p [q - (p + r)]"),
        (Product(P, Sum(-Q, R)), "p (-q + r)"),
        (Product(P, Sum(-Z(1, 1), R)), "p [-z_1^{(1)} + r]"),
        (new Power(Sum(Number(1), -F(1, P)), Number(2)), "[1 - f_1(p)]^2"));

    [Fact]
    public void Factors_stand_side_by_side_unless_they_would_be_misread() => AssertWritten(
        (Product(Number(2), P), "2 p"),
        (Product(P, Number(2)), @"p \cdot 2"),
        (Product(P, new Power(Number(2), Number(3))), @"p \cdot 2^3"),
        (Product(Number(2), new Fraction(Number(1), Number(3))), @"2 \cdot \frac{1}{3}"),
        (Product(Number(2), new Fraction(P, Q)), @"2 \, \frac{p}{q}"),
        (Product(D(L, A(1, 1)), D(A(1, 1), Z(1, 1))), @"\frac{\partial \text{loss}}{\partial a_1^{(1)}} \, \frac{\partial a_1^{(1)}}{\partial z_1^{(1)}}"),
        (Product(F(1), Sum(Number(1), -F(1))), @"f_1 \cdot (1 - f_1)"),
        (Product(F(1, P), Sum(Number(1), -F(1, P))), "f_1(p) [1 - f_1(p)]"),
        (Product(new Summation("j", 1, 2, P), Q), @"\left( \sum_{j=1}^2 p \right) q"),
        (Product(Q, new Summation("j", 1, 2, P)), @"q \sum_{j=1}^2 p"));

    [Fact]
    public void Numbers() => AssertWritten(
        (Number(0), "0"),
        (Number(1234567), "1234567"),
        (Number(1, 100), "0.01"),
        (Number(5, 4), "1.25"),
        (-Number(1, 2), "-0.5"));

    [Fact]
    public void Symbols() => AssertWritten(
        (X(1), "x_1"),
        (Z(3, 12), "z_{12}^{(3)}"),
        (A(10, 1), "a_1^{(10)}"),
        (W(3, 1, 2), "w_{12}^{(3)}"),
        (W(3, 1, 12), "w_{1,12}^{(3)}"),
        (B(2, 1), "b_1^{(2)}"),
        (Delta(2, J), @"\delta_j^{(2)}"),
        (Z(Index.Of("l", -1), J), "z_j^{(l-1)}"),
        (W(Index.Of("l"), Index.Of("i"), J), "w_{ij}^{(l)}"),
        (Target, "y"),
        (new Symbol(Role.Target, null, [2]), "y_2"),
        (Prediction, @"\hat{y}"),
        (new Symbol(Role.Prediction, null, [2]), @"\hat{y}_2"),
        (Symbol.Named("P", 1), "P_1"),
        (L, @"\text{loss}"));

    [Fact]
    public void Functions() => AssertWritten(
        (F(2), "f_2"),
        (F(12, P), "f_{12}(p)"),
        (Prime(F(2, Z(2, 1))), "f_2'(z_1^{(2)})"),
        (Prime(Prime(F(2, P))), "f_2''(p)"),
        (F(1, new Fraction(P, Q)), @"f_1\left( \frac{p}{q} \right)"),
        (Exp(-P), "e^{-p}"),
        (Call.Of("sqrt", Sum(P, Q)), @"\sqrt{p + q}"),
        (Call.Of("abs", P), @"\left| p \right|"),
        (Call.Of("tanh", P), @"\tanh(p)"),
        (Call.Of("ln", P), @"\ln(p)"),
        (new Call(new FunctionSymbol("max", null), 0, [P, Q]), @"\max(p, q)"),
        (Call.Of("g", P), "g(p)"),
        (Call.Of("my_gate", P), @"\operatorname{my\_gate}(p)"));

    [Fact]
    public void Derivatives_shares_braces_and_sums() => AssertWritten(
        (D(L, W(1, 1, 2)), @"\frac{\partial \text{loss}}{\partial w_{12}^{(1)}}"),
        (new Directional(Delta(1, 1)), @"\mathcal{R}\{\delta_1^{(1)}\}"),
        (new Directional(D(L, P)), @"\mathcal{R}\left\{ \frac{\partial \text{loss}}{\partial p} \right\}"),
        (new PathShare(D(L, P), 2), @"\left.\frac{\partial \text{loss}}{\partial p}\right|_{P_2}"),
        (new PathShare(Delta(1, 1), 12), @"\left.\delta_1^{(1)}\right|_{P_{12}}"),
        (new Underbrace(Product(P, Q), Delta(1, 1)), @"\underbrace{p q}_{\delta_1^{(1)}}"),
        (Product(new Underbrace(Sum(P, Q), R), P), @"\underbrace{(p + q)}_{r} p"),
        (new Summation("j", 1, 12, Product(P, Q)), @"\sum_{j=1}^{12} p q"),
        (new Summation("j", 1, 2, Sum(P, Q)), @"\sum_{j=1}^2 (p + q)"),
        (new Summation("j", 1, 2, -P), @"\sum_{j=1}^2 (-p)"),
        (new Unknown(), "{?}"));

    [Fact]
    public void What_is_differentiated_stands_after_the_fraction_where_it_is_large() => AssertWritten(
        (D(F(1, P), P), @"\frac{\partial f_1(p)}{\partial p}"),
        (D(Sum(P, Q), P), @"\frac{\partial}{\partial p} (p + q)"),
        (D(Product(P, Q), P), @"\frac{\partial}{\partial p} (p q)"),
        (D(new Fraction(P, Q), P), @"\frac{\partial}{\partial p} \frac{p}{q}"),
        (D(F(1, new Fraction(P, Q)), P), @"\frac{\partial}{\partial p} f_1\left( \frac{p}{q} \right)"),
        (Product(D(Sum(P, Q), P), R), @"\left[ \frac{\partial}{\partial p} (p + q) \right] r"));

    [Fact]
    public void Cases_have_their_conditions_behind_them() => AssertWritten(
        (
            new Cases([new Branch(Number(0), new Condition(P) { High = -Number(1) }), new Branch(P, new Condition(P) { Low = -Number(1), IncludesLow = true, High = Q, IncludesHigh = true }), new Branch(Q, null)]),
            @"\begin{cases} 0 & p < -1 \\ p & -1 \le p \le q \\ q & \text{otherwise} \end{cases}"),
        (
            new Cases([new Branch(P, new Condition(P) { Low = Number(0) }), new Branch(new Fraction(P, Q), new Condition(P) { High = Number(0), IncludesHigh = true })]),
            @"\begin{cases} \displaystyle p & p > 0 \\[2.8ex] \displaystyle \frac{p}{q} & p \le 0 \end{cases}"),
        (
            Sum(Number(1), new Cases([new Branch(P, new Condition(Q) { Low = P, IncludesLow = true })])),
            @"1 + \left( \begin{cases} p & q \ge p \end{cases} \right)"));

    [Fact]
    public void In_running_text_a_derivative_has_a_slash() =>
        Assert.Equal(@"\partial \text{loss} / \partial b_1^{(2)}", new LatexWriter(Plain, inText: true).Write(D(L, B(2, 1))));

    [Fact]
    public void Statements()
    {
        var statement = new Statement(
            P,
            [new(Relation.Equal, Q), new(Relation.Implies, R), new(Relation.Defined, P), new(Relation.Approximate, Number(1, 2)), new(Relation.LeadsTo, Q)]);
        Assert.Equal(@"p = q \Rightarrow r := p \approx 0.5 \to q", new LatexWriter(Plain).Write(statement));
    }

    [Theory]
    [InlineData(1, @"z_j^{(1)} = p \qquad (j = 1)")]
    [InlineData(2, @"z_j^{(1)} = p \qquad (j = 1, 2)")]
    [InlineData(3, @"z_j^{(1)} = p \qquad (j = 1, 2, 3)")]
    [InlineData(4, @"z_j^{(1)} = p \qquad (j = 1, \dots, 4)")]
    public void The_values_of_an_index_stand_behind_the_statement(int last, string latex) =>
        Assert.Equal(latex, new LatexWriter(Plain).Write(Statement.Equality(Z(1, J), P) with { Range = new IndexRange("j", 1, last) }));

    private static void AssertWritten(params (Formula Formula, string Latex)[] table)
    {
        var writer = new LatexWriter(Plain);
        Assert.Equal(string.Join('\n', table.Select(row => row.Latex)), string.Join('\n', table.Select(row => writer.Write(row.Formula))));
    }
}
