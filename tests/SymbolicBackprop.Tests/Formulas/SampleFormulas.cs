using SymbolicBackprop.Formulas;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Formulas;

/// <summary>A formula of each kind, by the name of the kind, over quantities of a network with two layers.</summary>
internal static class SampleFormulas
{
    public static IReadOnlyDictionary<string, Formula> All { get; } = new Formula[]
    {
        Number(2),
        Z(2, 1),
        -Z(2, 1),
        Sum(W(2, 1, 1), -Sum(B(2, 1), Z(1, 1))),
        Product(Delta(2, 1), Sum(A(1, 1), B(2, 1)), new Summation("j", 1, 1, W(2, J, 1))),
        new Fraction(A(1, 1), Sum(Number(1), Exp(-Z(2, 1)))),
        new Power(Sum(Target, -Prediction), Number(2)),
        Prime(F(2, Z(2, 1))),
        D(L, W(2, 1, 1)),
        new Directional(D(L, W(1, 1, 1))),
        new PathShare(D(L, W(1, 1, 1)), 1),
        new Underbrace(Product(D(L, A(2, 1)), D(A(2, 1), Z(2, 1))), Delta(2, 1)),
        new Summation("i", 1, 1, Product(W(2, SymbolicBackprop.Formulas.Index.Of("i"), 1), B(1, 1))),
        new Cases(
        [
            new Branch(Number(0), new Condition(Z(2, 1)) { High = Number(0), IncludesHigh = true }),
            new Branch(Product(W(2, 1, 1), Z(2, 1)), new Condition(Z(2, 1)) { Low = Number(0), High = B(2, 1) }),
            new Branch(B(2, 1), null),
        ]),
        new KroneckerDelta(1, 2),
        new Transpose(Whole(Role.Weight, 2)),
        new Hadamard([Whole(Role.Delta, 2), Prime(F(2, Whole(Role.PreActivation, 2)))]),
        new Nabla(Whole(Role.Activation, 2), L),
        new Dimensions(3, 2),
        new Unknown(),
    }.ToDictionary(formula => formula.GetType().Name, StringComparer.Ordinal);
}
