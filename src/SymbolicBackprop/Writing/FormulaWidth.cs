using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing;

/// <summary>
/// How wide formulas are in display style, in em, from the widths of Computer Modern's characters. An estimate for breaking
/// lines, on the safe side by a few per cent.
/// </summary>
internal sealed class FormulaWidth(Notation notation, BracketRules brackets)
{
    private const double Digit = 0.5;
    private const double Letter = 0.56;
    private const double Bracket = 0.4;
    private const double TallBracket = 0.75;
    private const double BinarySign = 1.25;
    private const double RelationSign = 1.35;
    private const double FractionSpace = 0.3;
    private const double ScriptScale = 0.72;

    /// <summary>The width of a relation sign with its spaces.</summary>
    public static double OfRelation => RelationSign;

    /// <summary>The width of a plus or minus between terms.</summary>
    public static double OfSign => BinarySign;

    /// <summary>The width of a pair of brackets around a formula.</summary>
    public static double OfBrackets(Formula body) => 2 * (BracketRules.IsTall(body) ? TallBracket : Bracket);

    /// <summary>The width of a formula.</summary>
    public double Of(Formula formula) => formula switch
    {
        Literal literal => Digit * literal.Value.ToString().Length,
        Symbol symbol => OfSymbol(symbol),
        Negative negative => 0.8 + Of(negative.Body) + (BracketRules.AroundTerm(negative.Body) ? OfBrackets(negative.Body) : 0),
        Sum sum => sum.Terms.Sum(Of) + (BinarySign * (sum.Terms.Count - 1)),
        Product product => product.Factors.Select((factor, i) => OfFactor(factor, i == product.Factors.Count - 1)).Sum() + (0.1 * product.Factors.Count),
        Fraction fraction => FractionSpace + Math.Max(Of(fraction.Over), Of(fraction.Under)),
        Power power => Of(power.Base) + (brackets.AroundBase(power.Base) ? OfBrackets(power.Base) : 0) + (ScriptScale * Of(power.Exponent)),
        Call call => OfCall(call),
        Derivative derivative => FractionSpace + Letter + Math.Max(Of(derivative.Of), Of(derivative.By)),
        PathShare share => 1.3 + Of(share.Whole),
        Underbrace brace => Math.Max(Of(brace.Body) + (BracketRules.InsideBrace(brace) ? OfBrackets(brace.Body) : 0), ScriptScale * Of(brace.Label)),
        Summation summation => 1.7 + Of(summation.Body),
        Unknown => Digit,
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    /// <summary>The width of a factor of a product.</summary>
    public double OfFactor(Formula factor, bool isLast) =>
        Of(factor) + (BracketRules.AroundFactor(factor, isLast) ? OfBrackets(factor) : 0);

    private double OfCall(Call call)
    {
        var arguments = call.Arguments.Sum(Of) + (0.45 * Math.Max(call.Arguments.Count - 1, 0));
        return BracketRules.FormOf(call) switch
        {
            FunctionForm.Exponential => 0.5 + (ScriptScale * arguments),
            FunctionForm.Root => 1 + arguments,
            FunctionForm.Bars => 0.6 + arguments,
            _ => 0.35 + (call.Function.Layer is null ? Letter * call.Function.Name.Length : 0.9) + (0.3 * call.Primes)
                + (call.Arguments.Count == 0 ? 0 : arguments + (call.Arguments.Any(BracketRules.IsTall) ? 2 * TallBracket : 2 * Bracket)),
        };
    }

    private double OfSymbol(Symbol symbol)
    {
        var letter = symbol.Role switch
        {
            Role.Loss when notation.Loss.Length > 1 => 0.46 * notation.Loss.Length,
            Role.Weight => 0.73,
            _ => Letter,
        };
        var below = symbol.Indices.Sum(index => index.ToString().Length) * Digit;
        var above = brackets.HasSuperscript(symbol) ? (Digit * (symbol.Layer?.ToString().Length ?? 1)) + (notation.LayerMark == LayerMark.Parentheses ? 0.78 : 0.56) : 0;
        return letter + (ScriptScale * Math.Max(below, above));
    }
}
