using CsCheck;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Expressions;

/// <summary>
/// A random graph of expressions over all kinds and all standard functions, with a point at which it is defined and smooth: no
/// argument is near a kink or an edge of a domain, and no value is large.
/// </summary>
/// <param name="Root">The expression; it depends on most of what was made on the way.</param>
/// <param name="Variables">The variables without definitions.</param>
/// <param name="Named">The variables with definitions, in the order of their making.</param>
/// <param name="Point">The values of <paramref name="Variables"/>.</param>
internal sealed record RandomExpression(Expr Root, Expr[] Variables, Expr[] Named, IReadOnlyDictionary<Expr, double> Point)
{
    /// <summary>Recipes of graphs that are no larger, written out as trees, than another algebra system can bear.</summary>
    public static readonly Gen<Recipe> SmallRecipes = OfLength(2, 7);

    /// <summary>Recipes of graphs with much sharing.</summary>
    public static readonly Gen<Recipe> Recipes = OfLength(2, 20);

    /// <summary>The value of a variable at the point.</summary>
    public double ValueOf(Expr variable) => Point[variable];

    private static Gen<Recipe> OfLength(int least, int most) =>
        from point in Gen.Int[-40, 40].Array[2, 4]
        from operations in Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99]).Array[least, most]
        select new Recipe(point, operations);

    /// <summary>What to build: numbers that mean something in every combination, so that they can be drawn freely.</summary>
    /// <param name="Point">The coordinates, in sixteenths.</param>
    /// <param name="Operations">What to do, and which of the expressions made so far to do it with.</param>
    public sealed record Recipe(int[] Point, (int What, int A, int B, int C)[] Operations)
    {
        /// <summary>Builds the expression in a graph of its own.</summary>
        /// <param name="cut">The name of a defined variable that is to be independent instead, with the value that it would have.</param>
        public RandomExpression Build(string? cut = null) => new Builder(this, cut).Build();

        /// <inheritdoc/>
        public override string ToString() => $"at [{string.Join(", ", Point)}] / 16: {string.Join(" ", Operations)}";
    }

    private sealed class Builder(Recipe recipe, string? cut)
    {
        private const double LargestValue = 6;
        private static readonly Rational[] Exponents = [2, 3, -1, -2, new(1, 2), new(-1, 2), new(1, 3), new(-5, 3)];
        private readonly ExprGraph graph = new();
        private readonly List<Expr> made = [];
        private readonly Dictionary<Expr, double> values = [];
        private readonly Dictionary<Expr, double> point = [];
        private readonly List<Expr> named = [];

        public RandomExpression Build()
        {
            for (var i = 0; i < recipe.Point.Length; i++)
            {
                var variable = graph.Variable($"x{i + 1}");
                point.Add(variable, recipe.Point[i] / 16.0);
                Keep(variable);
            }

            foreach (var (what, a, b, c) in recipe.Operations)
            {
                Keep(Tame(Make(what, Recent(a), Any(b), Any(c), b, c)));
            }

            var root = made[^1] + (made[^2] * made[^3]);
            return new RandomExpression(root, [.. point.Keys], [.. named], point);
        }

        private Expr Make(int what, Expr first, Expr second, Expr third, int b, int c) => (what % 10) switch
        {
            0 => first + second + new Rational(c - 50, 8),
            1 => first - (2 * second) + third,
            2 => first * second,
            3 => (first * second * third) - first,
            4 => Power(first, Exponents[b % Exponents.Length]),
            5 => Define(first + (second * third)),
            6 => Define(Apply(StandardFunctions.All[b % StandardFunctions.All.Length], first, third)),
            _ => Apply(StandardFunctions.All[b % StandardFunctions.All.Length], first, third),
        };

        private Expr Recent(int pick) => made[^(1 + (pick % Math.Min(3, made.Count)))];

        private Expr Any(int pick) => made[pick % made.Count];

        private Expr Power(Expr radix, Rational exponent) =>
            (Math.Abs(ValueOf(radix)) > 0.5 && exponent.IsInteger ? radix : MoveTo(radix, 1.3)).Pow(exponent);

        private Expr Define(Expr definition)
        {
            var name = $"v{named.Count + 1}";
            var variable = name == cut ? graph.Variable(name) : graph.Define(name, definition);
            if (name == cut)
            {
                point.Add(variable, ValueOf(definition));
            }

            named.Add(variable);
            return variable;
        }

        private Expr Apply(Function function, Expr first, Expr second)
        {
            Expr[] arguments = [.. new[] { first, second }.Take(function.Arity)];
            if (!IsDefinedEverywhere(function) || arguments.Any(argument => Math.Abs(ValueOf(argument)) > 2.5))
            {
                var sample = function.Samples[named.Count % function.Samples.Length];
                arguments = [.. arguments.Select((argument, k) => MoveTo(argument, sample[k]))];
            }

            return graph.Apply(function, arguments);
        }

        private static bool IsDefinedEverywhere(Function function) =>
            function.Arity == 1 && Enumerable.Range(-6, 13).All(i => function.Domain([i / 2.0]));

        // Adds a number that brings the value to a given one: within its domain, far from a kink.
        private Expr MoveTo(Expr argument, double target) =>
            argument + new Rational((int)Math.Round((target - ValueOf(argument)) * 64), 64);

        private Expr Tame(Expr e)
        {
            var size = Math.Abs(ValueOf(e));
            return size <= LargestValue ? e : e / (int)Math.Ceiling(size / LargestValue);
        }

        private void Keep(Expr e)
        {
            Assert.True(double.IsFinite(ValueOf(e)), $"{e} has no value.");
            made.Add(e);
        }

        private double ValueOf(Expr e)
        {
            if (!values.TryGetValue(e, out var value))
            {
                value = e.Evaluate(variable => point[variable]);
                values.Add(e, value);
            }

            return value;
        }
    }
}
