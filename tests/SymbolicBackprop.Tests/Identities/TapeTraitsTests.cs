using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Tests.Identities;

/// <summary>The bounds that a proof by random points rests on, against what they are by hand.</summary>
public sealed class TapeTraitsTests
{
    private static readonly ExprGraph Graph = new();
    private static readonly Expr X = Graph.Variable("x");
    private static readonly Expr Y = Graph.Variable("y");
    private static readonly Rational Half = new(1, 2);

    /// <summary>Left and right side, and the degree of the numerator of their difference.</summary>
    public static TheoryData<string, double> Degrees => new(Sides.Select(side => (side.Key, side.Value.Degree)));

    private static Dictionary<string, (Expr Left, Expr Right, double Degree)> Sides { get; } = new()
    {
        ["x y − x³"] = (X * Y, X.Pow(3), 3),
        ["5 − 7"] = (Graph.Number(5), Graph.Number(7), 1),
        ["1/x − y = (1 − x y)/x"] = (1 / X, Y, 2),
        ["y − 1/x"] = (Y, 1 / X, 2),
        ["x⁻³ − y"] = (X.Pow(-3), Y, 4),
        ["x/y + y/x − x², over x y"] = ((X / Y) + (Y / X), X.Pow(2), 4),
        ["(x + x² + y) − x, the largest of the terms"] = (X + X.Pow(2) + Y, X, 2),
        ["e^x e^y − e^(x + y), with denominators as large as the numerators"] = (StandardFunctions.Exp.Of(X) * StandardFunctions.Exp.Of(Y), StandardFunctions.Exp.Of(X + Y), 4),
        ["e^(x/2) − e^(x/3), in powers of e^(x/6)"] = (StandardFunctions.Exp.Of(Half * X), StandardFunctions.Exp.Of(new Rational(1, 3) * X), 5),
        ["e^(2x − y) − 1, the sum of the sizes"] = (StandardFunctions.Exp.Of((2 * X) - Y), Graph.One, 3),
        ["√x − x^(1/3), in powers of the sixth root"] = (X.Pow(Half), X.Pow(new Rational(1, 3)), 3),
        ["√x − x"] = (X.Pow(Half), X, 2),
        ["√(x + y) − x, times its conjugate"] = ((X + Y).Pow(Half), X, 3),
        ["(x + y)^(3/2) − x"] = ((X + Y).Pow(new Rational(3, 2)), X, 5),
        ["reciprocals within reciprocals, each as a quantity of its own"] = (Nested(3), X, 600),
    };

    [Theory]
    [MemberData(nameof(Degrees))]
    public void The_degree_of_a_difference_is_bounded(string difference, double degree)
    {
        var (left, right, _) = Sides[difference];
        var (traits, roots) = Of(left, right);

        Assert.Equal(degree, traits.DegreeOfDifference(roots[0], roots[1]));
        Assert.Equal(degree, traits.DegreeOfDifference(roots[1], roots[0]));
    }

    [Fact]
    public void Each_layer_of_exponentials_is_a_level_of_primes_and_its_argument_could_coincide()
    {
        var (traits, roots) = Of(StandardFunctions.Exp.Of(StandardFunctions.Exp.Of(X)) + StandardFunctions.Exp.Of(Y), StandardFunctions.Exp.Of(X));

        Assert.Equal([2, 1], roots.Select(root => traits.Depths[root]));
        Assert.Equal([true, false], roots.Select(root => traits.Generic[root]));
        Assert.Equal((1, 2.0), (traits.ArgumentCount, traits.ArgumentDegrees));
    }

    [Fact]
    public void The_arguments_of_what_stays_closed_could_coincide()
    {
        var (traits, roots) = Of(StandardFunctions.Sin.Of(X * Y) + X, StandardFunctions.Exp.Of(StandardFunctions.Cos.Of(X)));

        Assert.Equal([true, true], roots.Select(root => traits.Opaque[root]));
        Assert.Equal([0, 1], roots.Select(root => traits.Depths[root]));
        Assert.Equal((2, 3.0), (traits.ArgumentCount, traits.ArgumentDegrees));
    }

    [Fact]
    public void Each_root_of_something_made_is_a_choice_of_sign_and_a_root_of_a_variable_is_none()
    {
        var (traits, roots) = Of((X + Y).Pow(Half) + (X * Y).Pow(-Half), X.Pow(Half));

        Assert.Equal([2, 0], roots.Select(root => System.Numerics.BitOperations.PopCount(traits.Branches[root])));
        Assert.Equal([true, true], roots.Select(root => traits.DependsOnRoots[root]));
        Assert.Equal([true, false], roots.Select(root => traits.Generic[root]));
    }

    // Ten monomials over x + y; again ten over that sum, and so on. The plain bound is multiplied by 10 each time, the other by 5.
    private static Expr Nested(int times)
    {
        Expr[] monomials = [Graph.One, X, Y, X.Pow(2), X * Y, Y.Pow(2), X.Pow(3), X.Pow(2) * Y, X * Y.Pow(2), Y.Pow(3)];
        var denominator = X + Y;
        for (var i = 0; i < times; i++)
        {
            var over = Graph.Define(FormattableString.Invariant($"over{i}"), 1 / denominator);
            denominator = Graph.Sum([.. monomials.Select(monomial => over * monomial)]);
        }

        return denominator;
    }

    private static (TapeTraits Traits, int[] Roots) Of(params Expr[] sides)
    {
        var tape = Tape.Of(sides);
        return (TapeTraits.Of(tape, FreeSums.None(tape)), tape.Roots);
    }
}
