using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing;

/// <summary>The shape of a pair of brackets.</summary>
internal enum BracketShape
{
    Round,
    Square,
}

/// <summary>What stands between two factors.</summary>
internal enum Joint
{
    /// <summary>Nothing: they stand side by side.</summary>
    Nothing,

    /// <summary>A thin space: the bars of fractions side by side would run together.</summary>
    ThinSpace,

    /// <summary>A multiplication dot: without it they would read as something else.</summary>
    Dot,
}

/// <summary>
/// Where brackets stand, and which: decided here once, on the tree, for all writers. A writer only spells what it is told.
/// </summary>
internal sealed class BracketRules(Notation notation)
{
    private readonly SymbolNames names = new(notation);

    /// <summary>Whether a formula needs brackets as a term of a sum.</summary>
    /// <param name="term">The term, without the sign that the sum writes.</param>
    public static bool AroundTerm(Formula term) => Bare(term) is Sum or Negative or Cases;

    /// <summary>Whether a denominator needs brackets: dz over dw would be read as a derivative.</summary>
    public bool Under(Fraction fraction) => names.BehindD(fraction.Over) is not null && names.BehindD(fraction.Under) is not null;

    /// <summary>Whether a formula needs brackets as a factor of a product.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="isLast">Whether no factor follows; a Σ takes in all that follows it.</param>
    public static bool AroundFactor(Formula factor, bool isLast) => factor switch
    {
        Sum or Negative or Product or Hadamard or Cases => true,
        Summation => !isLast,
        Symbol symbol => IsPhrase(symbol),
        Derivative derivative => IsOperator(derivative),
        _ => false,
    };

    /// <summary>
    /// Whether a displayed derivative is written with what is differentiated after the fraction, where it has room. What follows it
    /// would seem to be differentiated too, so that it stands in brackets beside other factors.
    /// </summary>
    public static bool IsOperator(Derivative derivative) => derivative.Of switch
    {
        Derivative { Of: not Derivative } first => IsOperator(first), // ∂²L/∂u∂v
        var of => of is Sum or Negative or Product || IsTall(of),
    };

    /// <summary>Whether the body of a brace needs brackets inside the brace, where the brace is a factor.</summary>
    public static bool InsideBrace(Underbrace brace) => brace.Body is Sum or Negative or Hadamard or Summation or Cases;

    /// <summary>Whether a formula needs brackets as a factor of a product entry by entry; products of matrices come first.</summary>
    public static bool InsideHadamard(Formula factor) => factor is not Product && AroundFactor(factor, isLast: false);

    /// <summary>Whether a formula needs brackets after ∇: all that is not one name.</summary>
    public static bool InsideNabla(Formula of) => of is not (Symbol or Literal) || AroundFactor(of, isLast: false);

    /// <summary>Whether a formula needs brackets as the base of a power.</summary>
    public bool AroundBase(Formula radix) => radix switch
    {
        Literal => false,
        Symbol symbol => HasSuperscript(symbol) || IsPhrase(symbol) || names.TakesPlainLayer(symbol),
        Call call => FormOf(call) is FunctionForm.Exponential || call.Arguments.Count == 0,
        _ => true,
    };

    /// <summary>Whether the base of a power is bracketed.</summary>
    public bool AroundBaseOf(Power power) => AroundBase(power.Base) || (power is { Base: Symbol symbol, Exponent: not Literal } && names.TakesLayerLetter(symbol));

    /// <summary>What stands between two factors.</summary>
    public Joint Between(Formula left, Formula right)
    {
        var needsDot = StartsWithDigit(right)
            || (left is Literal && right is Fraction { Over: Literal })
            || (left is Call { Arguments.Count: 0 } call && (MayBeginWithBracket(right) || IsApplicable(call)));
        var isBracketed = AroundFactor(left, isLast: false) || AroundFactor(right, isLast: true);
        return needsDot ? Joint.Dot
            : (!isBracketed && (HasBar(left) || HasBar(right))) || (HasShape(left) && HasShape(right)) ? Joint.ThinSpace
            : Joint.Nothing;
    }

    /// <summary>Square around what shows parentheses already, round otherwise.</summary>
    public BracketShape ShapeAround(Formula body) => ShapeFor(ShownBy(body));

    /// <summary>Whether a formula is taller than a line of text, so that brackets around it have to grow.</summary>
    public static bool IsTall(Formula formula) => formula is Fraction or Derivative or Summation or Underbrace or PathShare or Cases
        || formula.Parts().Any(IsTall);

    /// <summary>How a call is written.</summary>
    public static FunctionForm FormOf(Call call) => call is { Function.Layer: null, Primes: 0, Arguments.Count: 1 }
        ? FunctionNames.Find(call.Function.Name)?.Form ?? FunctionForm.Named
        : FunctionForm.Named;

    /// <summary>Whether a symbol carries a mark where a power would stand.</summary>
    public bool HasSuperscript(Symbol symbol) => names.LayerOf(symbol) is not null || symbol.Sample is not null || symbol.IsUpdated;

    private static bool HasBar(Formula factor) => Bare(factor) is Fraction or Derivative or Product;

    // The braces and shapes of matrices side by side would touch.
    private static bool HasShape(Formula factor) => factor is Underbrace { Label: Dimensions };

    // A name of several words beside other factors would look like text among them.
    private static bool IsPhrase(Symbol symbol) => symbol.Role == Role.Named && !symbol.Letter.StartsWith('\\') && !symbol.Letter.All(char.IsAsciiLetterOrDigit);

    private bool MayBeginWithBracket(Formula factor) => factor switch
    {
        Power power => MayNeedBracketAsBase(power.Base),
        Transpose transpose => MayNeedBracketAsBase(transpose.Body),
        _ => AroundFactor(factor, isLast: false),
    };

    private bool MayNeedBracketAsBase(Formula radix) => radix switch
    {
        Literal => false,
        Symbol symbol => AroundBase(symbol) || symbol.Role == Role.Input,
        Call call => call.Arguments.Count == 0 || FormOf(call) is FunctionForm.Exponential,
        _ => true,
    };

    // \tanh z would be read as an application.
    private static bool IsApplicable(Call call) => call.Function.Layer is null && FunctionNames.Find(call.Function.Name) is { Arity: > 0 };

    private static Formula Bare(Formula formula) => formula is Underbrace brace ? Bare(brace.Body) : formula;

    private static bool StartsWithDigit(Formula formula) => formula switch
    {
        Literal => true,
        Power power => power.Base is Literal,
        _ => false,
    };

    // What a formula shows to the eye: marks and parentheses of its own, and the brackets that it needs inside.
    private Shown ShownBy(Formula formula)
    {
        var shown = formula switch
        {
            Symbol symbol when symbol.Sample is not null || (HasSuperscript(symbol) && notation.LayerMark == LayerMark.Parentheses) => Shown.Round,
            Call { Arguments.Count: > 0 } call when FormOf(call) == FunctionForm.Named => Shown.Round,
            _ => Shown.Nothing,
        };
        foreach (var part in formula.Parts())
        {
            var inPart = ShownBy(part);
            shown |= inPart;
            if (IsBracketedIn(formula, part))
            {
                shown |= ShapeFor(inPart) == BracketShape.Square ? Shown.SquareBrackets : Shown.Round;
            }
        }

        return shown;
    }

    private static BracketShape ShapeFor(Shown inside) =>
        inside.HasFlag(Shown.Round) && !inside.HasFlag(Shown.SquareBrackets) ? BracketShape.Square : BracketShape.Round;

    private bool IsBracketedIn(Formula whole, Formula part) => whole switch
    {
        Negative => AroundTerm(part),
        Fraction fraction => ReferenceEquals(part, fraction.Under) && Under(fraction),
        Sum => part is not Negative && AroundTerm(part), // the sum writes the sign of a negative term, which brackets its body
        Product product => AroundFactor(part, ReferenceEquals(part, product.Factors[^1])),
        Hadamard => InsideHadamard(part),
        Transpose => AroundBase(part),
        Nabla nabla => ReferenceEquals(part, nabla.Of) && InsideNabla(part),
        Power power => ReferenceEquals(part, power.Base) && AroundBaseOf(power),
        Derivative => AroundFactor(part, isLast: false),
        Summation => part is not Product && AroundFactor(part, isLast: true),
        Underbrace brace => ReferenceEquals(part, brace.Body) && InsideBrace(brace),
        _ => false,
    };

    [Flags]
    private enum Shown
    {
        Nothing = 0,
        Round = 1,
        SquareBrackets = 2,
    }
}
