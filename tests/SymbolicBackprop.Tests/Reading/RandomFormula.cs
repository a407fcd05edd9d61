using CsCheck;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using Index = SymbolicBackprop.Formulas.Index;

namespace SymbolicBackprop.Tests.Reading;

/// <summary>
/// Random formulas of all kinds, in the form that writing and reading preserves: sums and products have two parts or more, numbers
/// are finite decimals without a sign, quantities have the indices of their role, and letters that mean something are not used for
/// anything else.
/// </summary>
internal static class RandomFormula
{
    private static readonly string[] FreeLetters = ["u", "v", "q", "k", "V", @"\eta", @"\theta", @"\hat{v}", @"\bar{y}", @"\mathbf{V}", "net", "out2", "cost function"];

    private static readonly string[] Functions = ["tanh", "sigmoid", "identity", "ln", "sin", "cos", "gelu_tanh", "relu", "normal_density", "normal_distribution"];

    /// <summary>All notations that differ in what is written.</summary>
    public static Gen<Notation> Notation { get; } = Gen.OneOf(
        Gen.OneOf([.. NotationProfile.All.Select(profile => Gen.Const(profile.Notation))]),
        Gen.Select(
            Gen.Select(Gen.Enum<LayerMark>(), Gen.Enum<WeightOrder>(), Gen.Enum<WeightCommas>()),
            Gen.Select(Gen.Enum<InputStyle>(), Gen.Enum<OutputStyle>(), Gen.Enum<FunctionMark>()),
            Gen.OneOf("loss", "L", "C", "J", "E", "cost", @"\mathcal{L}", "S", "E_{total}"),
            (marks, styles, loss) => new Notation
            {
                LayerMark = marks.Item1,
                WeightOrder = marks.Item2,
                WeightCommas = marks.Item3,
                Inputs = styles.Item1,
                Outputs = styles.Item2,
                Functions = styles.Item3,
                Loss = loss,
            }));

    /// <summary>Whether a formula has no letter that a notation needs for something else.</summary>
    public static bool FitsIn(Formula formula, Notation notation) => formula.WithParts().All(part => part switch
    {
        Symbol { Role: Role.Named } symbol => symbol == Meaning.FreeArgument || notation.Letters.RoleOf(symbol.Letter) is null,
        Symbol { Role: Role.Activation } symbol => notation.Outputs == OutputStyle.Letter || symbol.Layer?.Letter != "L",
        Call { Function: { Layer: null, Name: "g" } } => notation.Letters.RoleOf("g") is null,
        _ => true,
    });

    /// <summary>An index: a number, or a letter with an offset.</summary>
    public static Gen<Index> Index { get; } = Gen.Frequency(
        (6, Gen.Int[1, 3].Select(number => (Index)number)),
        (1, Gen.Int[10, 128].Select(number => (Index)number)),
        (2, Gen.OneOf("i", "j", "l", "L", "n", @"\ell").Select(letter => SymbolicBackprop.Formulas.Index.Of(letter))),
        (1, Gen.Select(Gen.OneOf("j", "l"), Gen.OneOf(-2, -1, 1, 12), SymbolicBackprop.Formulas.Index.Of)));

    private static Gen<Formula> WholeLayer { get; } = Gen.OneOf(
        Gen.Select(Gen.OneOf(Role.PreActivation, Role.Activation, Role.Bias, Role.Delta, Role.Weight), Index.Where(layer => layer != 0), (role, layer) => (Formula)Symbol.Whole(role, layer)),
        Gen.OneOf(Role.Input, Role.Target, Role.Prediction).Select(role => (Formula)Symbol.Whole(role)));

    private static Gen<Formula> Quantity { get; } = Gen.OneOf(
        Index.Select(unit => (Formula)Symbol.Input(unit)),
        Gen.Select(Index, Index, (layer, unit) => (Formula)Symbol.PreActivation(layer, unit)),
        Gen.Select(Index, Index, (layer, unit) => (Formula)Symbol.Activation(layer, unit)),
        Gen.Select(Index, Index, Index, Gen.Bool, (layer, from, to, isUpdated) => (Formula)(Symbol.Weight(layer, from, to) with { IsUpdated = isUpdated })),
        Gen.Select(Index, Index, (layer, unit) => (Formula)Symbol.Bias(layer, unit)),
        Gen.Select(Index, Index, (layer, unit) => (Formula)Symbol.Delta(layer, unit)),
        Gen.Select(Gen.OneOf(Role.Target, Role.Prediction), Index, (role, unit) => (Formula)new Symbol(role, null, [unit])),
        Gen.OneOf(Role.Target, Role.Prediction).Select(role => (Formula)new Symbol(role, null, [])),
        Gen.Select(Gen.OneOf(Role.PreActivation, Role.Activation, Role.Bias, Role.Delta, Role.Weight), Index, (role, layer) => (Formula)new Symbol(role, layer, [])),
        Gen.Select(Gen.OneOf(Role.Target, Role.Prediction), Index, (role, sample) => (Formula)new Symbol(role, null, []) { Sample = sample }),
        Gen.Select(Gen.OneOf(Role.PreActivation, Role.Activation, Role.Delta), Index, Index, Index, (role, layer, unit, sample) => (Formula)new Symbol(role, layer, [unit]) { Sample = sample }),
        WholeLayer,
        Gen.Const((Formula)Symbol.Loss),
        Gen.Const((Formula)Meaning.FreeArgument),
        Gen.Select(Gen.OneOf(FreeLetters), Index.List[0, 3], (letter, indices) => (Formula)new Symbol(Role.Named, null, indices.ToEquatableList(), letter)),
        Gen.Select(Gen.OneOf(FreeLetters), Index, (letter, layer) => (Formula)new Symbol(Role.Named, layer, [], letter)));

    private static Gen<Formula> Leaf { get; } = Gen.Frequency(
        (6, Quantity),
        (3, Gen.Int[0, 120].Select(number => (Formula)new Literal(number))),
        (1, Gen.Select(Gen.Int[0, 5000], Gen.OneOf(2, 10, 1000), (over, under) => (Formula)new Literal(new Rational(over, under)))),
        (1, Gen.Select(Gen.OneOf(Index.Select(FunctionSymbol.OfLayer), Gen.OneOf(Functions).Select(name => new FunctionSymbol(name, null))), Gen.Int[0, 2], Gen.Const(0), (function, primes, _) => (Formula)new Call(function, primes, []))),
        (1, Gen.Const((Formula)new Unknown())));

    // The last value of a sum or a range.
    private static Gen<Index> Limit { get; } = Gen.Frequency(
        (4, Index),
        (1, Gen.OneOf("n_2", "n_l", "m_{l-1}", "n_{12}").Select(name => SymbolicBackprop.Formulas.Index.Of(name))));

    private static Gen<IndexRange> Range { get; } = Gen.OneOf(
        Gen.Select(Gen.OneOf("j", "l"), Index, Limit, (letter, from, to) => new IndexRange(letter, from, to)),
        Gen.Select(Gen.OneOf("j", "l"), Index, (letter, only) => new IndexRange(letter, only, only)),
        Gen.Select(Gen.OneOf("j", "l"), Index, (letter, first) => new IndexRange(letter, first, Next(first))));

    /// <summary>A statement.</summary>
    public static Gen<Statement> Statement { get; } = Gen.Select(
        Of(3),
        Gen.Select(Gen.Enum<Relation>(), Of(3), (relation, side) => new Link(relation, side)).List[0, 3],
        Gen.Frequency((1, Gen.Const((IndexRange?)null)), (3, Range.Select(range => (IndexRange?)range)), (1, Gen.Select(Range, Range, (range, other) => (IndexRange?)(range with { And = other })))),
        (first, links, range) => new Statement(first, links.ToEquatableList()) { Range = range });

    /// <summary>A formula nested up to a depth.</summary>
    public static Gen<Formula> Of(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (4, Leaf),
        (2, Gen.Select(Of(depth - 1), body => (Formula)new Negative(body))),
        (4, Of(depth - 1).List[2, 4].Select(terms => (Formula)new Sum(terms.ToEquatableList()))),
        (5, Of(depth - 1).List[2, 4].Select(factors => (Formula)new Product(factors.ToEquatableList()))),
        (2, Gen.Select(Of(depth - 1), Of(depth - 1), (over, under) => (Formula)new Fraction(over, under))),
        (2, Gen.Select(Of(depth - 1), Of(depth - 1), (radix, exponent) => (Formula)new Power(radix, exponent))),
        (3, Applied(depth - 1)),
        (2, Gen.Select(Of(depth - 1), Quantity, (of, by) => (Formula)new Derivative(of, by))),
        (1, Of(depth - 1).Select(of => (Formula)new Directional(of))),
        (1, Of(depth - 1).Select(body => (Formula)new Transpose(body))),
        (1, Of(depth - 1).List[2, 3].Select(factors => (Formula)new Hadamard(factors.ToEquatableList()))),
        (1, Gen.Select(WholeLayer, Of(depth - 1), (by, of) => (Formula)new Nabla(by, of))),
        (1, Gen.Select(WholeLayer, Gen.Int[1, 30], Gen.Int[1, 30], (body, rows, columns) => (Formula)new Underbrace(body, new Dimensions(rows, columns)))),
        (1, Gen.Select(Of(depth - 1), Gen.Int[1, 12], (whole, path) => (Formula)new PathShare(whole, path))),
        (1, Gen.Select(Of(depth - 1), Of(depth - 1), (body, label) => (Formula)new Underbrace(body, label))),
        (2, Gen.Select(Gen.OneOf("i", "j", @"\ell"), Index, Limit, Of(depth - 1), (letter, from, to, body) => (Formula)new Summation(letter, from, to, body))),
        (1, Gen.Select(Gen.OneOf("i", "j", @"\ell"), Of(depth - 1), (letter, body) => (Formula)new Summation(letter, null, null, body))),
        (1, Gen.Select(Gen.Select(Of(depth - 1), Condition(depth - 1), (value, condition) => new Branch(value, condition)).List[1, 2], Of(depth - 1), Gen.Bool, WithRest)));

    private static Gen<Condition?> Condition(int depth) => Gen.Select(
        Gen.Select(Of(depth), Of(depth), Of(depth)),
        Gen.Select(Gen.Bool, Gen.Bool),
        Gen.Int[0, 2],
        (parts, includes, form) => (Condition?)new Condition(parts.Item1)
        {
            Low = form == 0 ? null : parts.Item2,
            IncludesLow = form != 0 && includes.Item1,
            High = form == 1 ? null : parts.Item3,
            IncludesHigh = form != 1 && includes.Item2,
        });

    private static Formula WithRest(List<Branch> branches, Formula rest, bool hasRest) =>
        new Cases([.. branches, .. hasRest ? [new Branch(rest, null)] : Array.Empty<Branch>()]);

    private static Gen<Formula> Applied(int depth) => Gen.OneOf(
        Gen.Select(Index, Gen.Int[0, 2], Of(depth).List[1, 2], (layer, primes, arguments) => (FunctionSymbol.OfLayer(layer), primes, arguments.ToEquatableList())),
        Gen.Select(Gen.OneOf([.. Functions, "max", "g"]), Gen.Int[0, 2], Of(depth).List[1, 2], (name, primes, arguments) => (new FunctionSymbol(name, null), primes, arguments.ToEquatableList())),
        Gen.Select(Gen.OneOf("exp", "sqrt", "abs"), Gen.Int[0, 2], Of(depth), (name, primes, argument) => (new FunctionSymbol(name, null), primes, (EquatableList<Formula>)[argument])))
        .Where(call => !call.Item3.Any(argument => StandsForItselfIn(argument, call.Item1)))
        .Select(call => (Formula)new Call(call.Item1, call.primes, call.Item3));

    // f(1 - f) is f times 1 - f, not f of 1 - f.
    private static bool StandsForItselfIn(Formula formula, FunctionSymbol function) =>
        (formula is Call { Arguments.Count: 0 } call && call.Function == function)
        || formula.Parts().Any(part => StandsForItselfIn(part, function));

    private static Index Next(Index index) => index.Letter is null ? index.Number + 1 : SymbolicBackprop.Formulas.Index.Of(index.Letter, index.Number + 1);
}
