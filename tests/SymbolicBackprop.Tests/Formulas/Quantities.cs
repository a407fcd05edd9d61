using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using Index = SymbolicBackprop.Formulas.Index;

namespace SymbolicBackprop.Tests.Formulas;

/// <summary>Short names for what formulas in tests are made of.</summary>
internal static class Quantities
{
    public static Symbol P { get; } = Symbol.Named("p");

    public static Symbol Q { get; } = Symbol.Named("q");

    public static Symbol R { get; } = Symbol.Named("r");

    public static Symbol L => Symbol.Loss;

    public static Symbol Target { get; } = new(Role.Target, null, []);

    public static Symbol Prediction { get; } = new(Role.Prediction, null, []);

    public static Index J { get; } = Index.Of("j");

    public static Index K { get; } = Index.Of("k");

    public static Symbol X(Index unit) => Symbol.Input(unit);

    public static Symbol W(Index layer, Index from, Index to) => Symbol.Weight(layer, from, to);

    public static Symbol B(Index layer, Index unit) => Symbol.Bias(layer, unit);

    public static Symbol Z(Index layer, Index unit) => Symbol.PreActivation(layer, unit);

    public static Symbol A(Index layer, Index unit) => Symbol.Activation(layer, unit);

    public static Symbol Delta(Index layer, Index unit) => Symbol.Delta(layer, unit);

    public static Symbol Whole(Role role, Index? layer = null) => Symbol.Whole(role, layer);

    public static Literal Number(int value) => new(value);

    public static Literal Number(int over, int under) => new(new Rational(over, under));

    public static Formula Sum(params Formula[] terms) => new Sum(terms.ToEquatableList());

    public static Formula Product(params Formula[] factors) => new Product(factors.ToEquatableList());

    public static Formula Exp(Formula exponent) => Call.Of("exp", exponent);

    public static Call F(Index layer, params Formula[] arguments) => new(FunctionSymbol.OfLayer(layer), 0, arguments.ToEquatableList());

    public static Call Prime(Call call) => call with { Primes = call.Primes + 1 };

    public static Derivative D(Formula of, Formula by) => new(of, by);
}
