using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing;

/// <summary>
/// How wide formulas are in display style, in em, from the widths of Computer Modern's characters. An estimate for breaking
/// lines, on the safe side by a few per cent.
/// </summary>
internal sealed class FormulaWidth(Notation notation, BracketRules brackets)
{
    private readonly SymbolNames names = new(notation);

    private const double Digit = 0.5;
    private const double Letter = 0.53;
    private const double WideLetter = 0.72;
    private const double Bracket = 0.39;
    private const double TallBracket = 0.83;
    private const double Minus = 0.78;
    private const double FractionSpace = 0.24;
    private const double ThinSpace = 0.17;
    private const double ScriptScale = 0.75;
    private const double Brace = 1;
    private const double Quad = 1;
    private const double Otherwise = 4.1;

    /// <summary>The width of a relation sign with its spaces.</summary>
    public static double OfRelation => 1.34;

    /// <summary>The width of a plus or minus between terms.</summary>
    public static double OfSign => 1.23;

    /// <summary>The width of a multiplication dot between factors.</summary>
    public static double OfDot => 0.73;

    /// <summary>The width of the arrow before a statement that follows from another.</summary>
    public static double OfArrow => 2.3;

    /// <summary>The width of the values of an index, with the space before them.</summary>
    public static double Of(IndexRange range) =>
        7 + (Digit * (range.From.ToString().Length + range.To.ToString().Length)) + (range.And is { } other ? Of(other) : 0);

    /// <summary>The width of a pair of brackets around a formula.</summary>
    public static double OfBrackets(Formula body) => BracketRules.IsTall(body) ? OfTallBrackets : 2 * Bracket;

    /// <summary>The width of brackets around something tall.</summary>
    public static double OfTallBrackets => 2 * TallBracket;

    /// <summary>What a brace under a formula adds to its width.</summary>
    public static double OfBrace => ThinSpace;

    /// <summary>The width of what stands between two factors.</summary>
    public double OfJoint(Formula left, Formula right) => brackets.Between(left, right) switch
    {
        Joint.Dot => OfDot,
        Joint.ThinSpace => ThinSpace,
        _ => 0,
    };

    /// <summary>The width of a formula.</summary>
    public double Of(Formula formula) => formula switch
    {
        Literal literal => Digit * literal.Digits.Length,
        Symbol symbol => OfSymbol(symbol),
        Negative negative => Minus + OfTerm(negative.Body),
        Sum sum => OfSum(sum),
        Product product => OfProduct(product),
        Fraction fraction => FractionSpace + Math.Max(Of(fraction.Over), Of(fraction.Under) + (brackets.Under(fraction) ? OfBrackets(fraction.Under) : 0)),
        Power power => Of(power.Base) + (brackets.AroundBaseOf(power) ? OfBrackets(power.Base) : 0) + OfScript(Of(power.Exponent)),
        Call call => OfCall(call),
        Derivative derivative when names.BehindD(derivative) is { } by => Letter + OfSymbol(by),
        Derivative derivative when BracketRules.IsOperator(derivative) => FractionSpace + Letter + Of(derivative.By) + ThinSpace + OfFactor(derivative.Of, isLast: false),
        Derivative { Of: Derivative first } second => FractionSpace + (2 * Letter) + Math.Max(Of(first.Of), Of(first.By) + ThinSpace + Of(second.By)),
        Derivative derivative => FractionSpace + Letter + Math.Max(Of(derivative.Of), Of(derivative.By)),
        Directional directional => WideLetter + (BracketRules.IsTall(directional.Of) ? OfTallBrackets : 2 * Digit) + Of(directional.Of),
        PathShare share => 1.5 + Of(share.Whole),
        Underbrace brace => OfBrace + Math.Max(Of(brace.Body) + (BracketRules.InsideBrace(brace) ? OfBrackets(brace.Body) : 0), ScriptScale * Of(brace.Label)),
        Summation summation => OfSummation(summation),
        Cases cases => OfCases(cases),
        KroneckerDelta equal => Digit + (2 * Bracket) + OfRelation + (Digit * (equal.Left.ToString().Length + equal.Right.ToString().Length)),
        Transpose transpose => Of(transpose.Body) + (brackets.AroundBase(transpose.Body) ? OfBrackets(transpose.Body) : 0) + OfScript(Minus),
        Hadamard hadamard => hadamard.Factors.Sum(factor => Of(factor) + (BracketRules.InsideHadamard(factor) ? OfBrackets(factor) : 0)) + ((hadamard.Factors.Count - 1) * OfSign),
        Nabla nabla => WideLetter + OfScript(Of(nabla.By)) + Of(nabla.Of) + (BracketRules.InsideNabla(nabla.Of) ? OfBrackets(nabla.Of) : 0),
        Dimensions size => OfSign + (Digit * $"{size.Rows}{size.Columns}".Length),
        Unknown => Digit,
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    /// <summary>The width of a factor of a product.</summary>
    public double OfFactor(Formula factor, bool isLast) =>
        Of(factor) + (BracketRules.AroundFactor(factor, isLast) ? OfBrackets(factor) : 0);

    private double OfTerm(Formula term) => Of(term) + (BracketRules.AroundTerm(term) ? OfBrackets(term) : 0);

    private double OfSum(Sum sum)
    {
        var total = 0.0;
        for (var i = 0; i < sum.Terms.Count; i++)
        {
            var (sign, body) = sum.Terms[i] is Negative negative ? (i == 0 ? Minus : OfSign, negative.Body) : (i == 0 ? 0 : OfSign, sum.Terms[i]);
            total += sign + OfTerm(body);
        }

        return total;
    }

    private double OfProduct(Product product)
    {
        var total = 0.0;
        for (var i = 0; i < product.Factors.Count; i++)
        {
            total += (i == 0 ? 0 : OfJoint(product.Factors[i - 1], product.Factors[i])) + OfFactor(product.Factors[i], i == product.Factors.Count - 1);
        }

        return total;
    }

    private double OfSummation(Summation summation)
    {
        var limits = ScriptScale * Math.Max(1.3 + (Digit * (summation.From?.ToString().Length ?? 0)), Digit * (summation.To?.ToString().Length ?? 0));
        var body = summation.Body is Product ? Of(summation.Body) : OfFactor(summation.Body, isLast: true);
        return Math.Max(1.45, limits) + ThinSpace + body;
    }

    private double OfCases(Cases cases) =>
        Brace + cases.Branches.Max(branch => Of(branch.Value)) + Quad + cases.Branches.Max(branch => branch.Condition is { } condition ? Of(condition) : Otherwise);

    private double Of(Condition condition) =>
        condition.Parts.Sum(Of) + ((condition.Parts.Count() - 1) * OfRelation);

    private double OfCall(Call call)
    {
        var arguments = call.Arguments.Sum(Of) + (0.45 * Math.Max(call.Arguments.Count - 1, 0));
        return BracketRules.FormOf(call) switch
        {
            FunctionForm.Exponential => 0.47 + OfScript(arguments),
            FunctionForm.Root => 1 + arguments,
            FunctionForm.Bars => (call.Arguments.Any(BracketRules.IsTall) ? 0.8 : 0.56) + arguments,
            _ => OfName(call) + (0.3 * call.Primes)
                + (call.Arguments.Count == 0 ? 0 : arguments + (2 * (call.Arguments.Any(BracketRules.IsTall) ? TallBracket : Bracket))),
        };
    }

    private double OfName(Call call)
    {
        if (call.Function.Layer is { } layer)
        {
            var (letter, below, above, _) = names.PartsOf(layer, call.Primes, call.Arguments);
            return OfLetter(letter) + OfScript(Math.Max(OfMarks(below), OfMarks(above)));
        }

        return FunctionNames.Find(call.Function.Name) is { } known && IsOneLetter(known) ? WideLetter : Letter * call.Function.Name.Length;
    }

    // \Phi, not \tanh or \operatorname{relu}.
    private static bool IsOneLetter(Function function) => function.Latex.StartsWith('\\') && function.Latex[1..] != function.Name && !function.Latex.Contains('{', StringComparison.Ordinal);

    private double OfSymbol(Symbol symbol)
    {
        var by = names.BehindD(symbol);
        var (letter, below, above) = names.PartsOf(by ?? symbol);
        return (by is null ? 0 : Letter) + OfLetter(letter) + OfScript(Math.Max(OfMarks(below), OfMarks(above)));
    }

    private static double OfLetter(string letter) => letter switch
    {
        "w" => 0.74,
        QuantityLetters.WeightMatrix => 1.1,
        _ when letter.StartsWith(@"\mathbf{", StringComparison.Ordinal) && letter.Length > @"\mathbf{z}".Length => 0.6 * letter.Length,
        _ when letter.StartsWith('\\') || letter.Length == 1 => letter.Any(char.IsAsciiLetterUpper) ? WideLetter : Letter,
        _ => 0.46 * letter.Length,
    };

    private static double OfMarks(string marks) => marks.Sum(character => character switch
    {
        '(' or ')' => Bracket,
        '[' or ']' or ',' => 0.28,
        '+' => Minus,
        _ => Digit,
    });

    // A script is smaller, and stands a little off.
    private static double OfScript(double width) => width == 0 ? 0 : (ScriptScale * width) + 0.05;
}
