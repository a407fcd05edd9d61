using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Models;

/// <summary>What is said of formulas that say nothing.</summary>
public sealed class MeaninglessTests
{
    private readonly Model model = RandomNetwork.Tanh(2, 2, 1).Model;

    [Fact]
    public void Each_message_tells_which_part_says_nothing()
    {
        (Formula Formula, string Message)[] table =
        [
            (new Unknown(), "A question mark has no value."),
            (W(1, 1, 3), "The network has no w_{1,3}^(1)."),
            (Sum(X(1), Z(3, 1)), "The network has no z_1^(3)."),
            (Z(1, J), "The network has no z_j^(1)."),
            (P, "The network has no p."),
            (Delta(4, 1), "The network has no δ_1^(4)."),
            (D(L, Product(X(1), X(2))), "A derivative is taken by a quantity."),
            (D(L, W(1, 1, 1) with { IsUpdated = true }), "A derivative is taken by a quantity."),
            (D(L, X(3)), "The network has no x_3."),
            (new Power(X(1), X(2)), "An exponent must be a number; write e^{…} for the exponential function."),
            (new Power(X(1), Sum(Number(1), Number(1))), "An exponent must be a number; write e^{…} for the exponential function."),
            (new Summation("j", 1, K, X(1)), "It is not clear what the sum over j goes over; write its limits."),
            (new Summation("j", null, null, Z(K, J)), "It is not clear what the sum over j goes over; write its limits."),
            (new Summation("j", null, null, Product(W(2, J, 1), X(J), Z(3, J))), "The network has no z_1^(3)."),
            (new Summation("j", 1, K, new Symbol(Role.Target, J, [])), "The network has no y^(j)."),
            (new Summation("j", 1, 30_000, X(1)), "Sums of more than 20000 terms are not worked out."),
            (new Summation("j", K, 2, X(1)), "The first value of a sum's index must be a number."),
            (new Summation("j", 1, 3, X(J)), "The network has no x_3."),
            (F(3, X(1)), "The network has no function f_3."),
            (F(J, X(1)), "The network has no function f_j."),
            (Call.Of("tan", X(1)), "The network has no function tan."),
            (new Call(new FunctionSymbol("tanh", 3), 0, [X(1)]), "The network has no function tanh_3."),
            (F(1, X(1), X(2)), "tanh takes 1 argument(s), not 2."),
            (Call.Of("max", X(1)), "max takes 2 argument(s), not 1."),
            (Prime(new Call(new FunctionSymbol("max", null), 0, [X(1), X(2)])), "max has several arguments; a prime does not say by which to differentiate."),
            (Prime(new Call(new FunctionSymbol("pi", null), 0, [])), "pi is a number; a prime says to differentiate a function."),
            (new Fraction(Number(1), Number(0)), "Something is divided by 0."),
            (Sum(X(1), new Fraction(X(1), Sum(X(2), -X(2)))), "Something is divided by 0."),
            (new Power(Number(0), -Number(1)), "Something is divided by 0."),
            (new Power(X(1), new Fraction(Number(1), Number(0))), "Something is divided by 0."),
            (Prime(Call.Of("ln", Number(0))), "Something is divided by 0."),
            (new PathShare(D(L, W(1, 1, 1)), 0), "There is no path 0; the derivative has 1."),
            (new PathShare(D(L, W(1, 1, 1)), 2), "There is no path 2; the derivative has 1."),
            (new PathShare(X(1), 1), "Only a derivative has a share that flows over a path."),
            (new PathShare(D(L, W(1, 1, 2)), 1), "Path 1 does not lead from loss to w_{1,2}^(1)."),
            (new PathShare(D(W(1, 1, 1), L), 1), "Path 1 does not lead from w_{1,1}^(1) to loss."),
        ];

        var paths = new Dependencies(model).PathsBetween(model[L], model[W(1, 1, 1)]);
        var meaning = new Meaning(model, DeltaConvention.ByActivation, paths);
        Assert.Equal(
            string.Join('\n', table.Select(row => row.Message)),
            string.Join('\n', table.Select(row => Assert.Throws<MeaninglessException>(() => meaning.Of(row.Formula)).Message)));
    }
}
