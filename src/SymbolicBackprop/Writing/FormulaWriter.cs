using System.Globalization;
using System.Text;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing;

/// <summary>
/// Writes formulas: letters, orders, brackets and joints are decided here, once for all languages; a language only spells what it
/// is told to.
/// </summary>
public abstract class FormulaWriter
{
    private readonly BracketRules brackets;
    private readonly SymbolNames names;
    private readonly string functionLetter;
    private readonly bool inText;

    /// <summary>Makes a writer for a notation.</summary>
    /// <param name="notation">Letters, marks and orders.</param>
    /// <param name="inText">Whether the formulas stand in running text, where derivatives are written with a slash.</param>
    protected FormulaWriter(Notation notation, bool inText)
    {
        this.inText = inText;
        Words = notation.Words;
        names = new SymbolNames(notation);
        brackets = new BracketRules(notation);
        functionLetter = notation.Letters.Function;
    }

    /// <summary>The words in formulas.</summary>
    protected FormulaWords Words { get; }

    /// <summary>A formula.</summary>
    public string Write(Formula formula) => formula switch
    {
        Literal literal => Number(literal.Digits),
        Symbol symbol => Name(symbol),
        Negative negative => Minus(Term(negative.Body)),
        Sum sum => Terms(sum),
        Product product => Factors(product.Factors),
        Fraction fraction => Quotient(Write(fraction.Over), brackets.Under(fraction) ? Bracketed(fraction.Under) : Write(fraction.Under)),
        Power power => Raised(brackets.AroundBaseOf(power) ? Bracketed(power.Base) : Write(power.Base), Write(power.Exponent)),
        Call call => Applied(call),
        Derivative derivative when names.BehindD(derivative) is { } by => Letter("d") + Name(by),
        Derivative { Of: Derivative { Of: not Derivative } first } second when !BracketRules.IsOperator(second) => inText
            ? Slashed(SecondDifferential(Factor(first.Of, isLast: false)), Both(second.By, first.By))
            : Quotient(SecondDifferential(Factor(first.Of, isLast: false)), Both(second.By, first.By)),
        Derivative derivative when inText => Slashed(
            Differential(derivative.Of is Derivative ? Bracketed(derivative.Of) : Factor(derivative.Of, isLast: false)),
            Differential(Factor(derivative.By, isLast: false))),
        Derivative derivative when BracketRules.IsOperator(derivative) =>
            Quotient(PartialSign, Differential(Factor(derivative.By, isLast: false))) + " " + Factor(derivative.Of, isLast: false),
        Derivative derivative => Quotient(Differential(Factor(derivative.Of, isLast: false)), Differential(Factor(derivative.By, isLast: false))),
        Directional directional => AlongDirection(Write(directional.Of), isTall: !inText && BracketRules.IsTall(directional.Of)),
        PathShare share => ShareOf(Write(share.Whole), PathName(share.Path)),
        Underbrace brace => Braced(brace, Write(brace.Body)),
        Summation summation => SumOver(
            summation.Letter,
            summation is { From: { } from, To: { } to } ? (Written(from), Written(to)) : null,
            summation.Body is Product terms ? Factors(terms.Factors) : Factor(summation.Body, isLast: true)),
        Cases cases => Rows(
            [.. cases.Branches.Select(branch => (Write(branch.Value), Write(branch.Condition)))],
            isTall: !inText && cases.Branches.Any(branch => BracketRules.IsTall(branch.Value))),
        KroneckerDelta equal => Indicator($"{Indexed(Written(equal.Left))} {Sign(Relation.Equal)} {Indexed(Written(equal.Right))}"),
        Transpose transpose => Raised(brackets.AroundBase(transpose.Body) ? Bracketed(transpose.Body) : Write(transpose.Body), TransposeSign),
        Hadamard hadamard => string.Join($" {EntrywiseSign} ", hadamard.Factors.Select(factor => BracketRules.InsideHadamard(factor) ? Bracketed(factor) : Write(factor))),
        Nabla nabla => GradientBy(Write(nabla.By), BracketRules.InsideNabla(nabla.Of) ? Bracketed(nabla.Of) : Write(nabla.Of)),
        Dimensions size => Sized(Number(size.Rows.ToString(CultureInfo.InvariantCulture)), Number(size.Columns.ToString(CultureInfo.InvariantCulture))),
        Unknown => QuestionMark,
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    // ∂u ∂v, or ∂u² for the same quantity twice.
    private string Both(Formula second, Formula first) => second == first
        ? Differential(Write(new Power(first, 2)))
        : Differential(Factor(second, isLast: false)) + " " + Spelled(Joint.ThinSpace) + Differential(Factor(first, isLast: false));

    /// <summary>A statement in one line.</summary>
    public string Write(Statement statement) =>
        Write(statement.First) + string.Concat(statement.Links.Select(link => " " + Sign(link.Relation) + " " + Write(link.Side)))
        + (statement.Range is { } range ? " " + WideSpace + " " + Write(range) : "");

    /// <summary>The values that a statement's index runs over, as <c>(j = 1, …, n)</c>.</summary>
    public string Write(IndexRange range) => InBrackets(BracketShape.Round, isTall: false, Values(range));

    /// <summary>The sign of a relation.</summary>
    public abstract string Sign(Relation relation);

    /// <summary>The name of a path.</summary>
    public string PathName(int path) => Scripted(Letter("P"), path.ToString(CultureInfo.InvariantCulture), "");

    /// <summary>A term of a sum after the first, with the sign that joins it.</summary>
    internal string JoinedTerm(Formula term) => term is Negative negative ? Joined("-", Term(negative.Body)) : Joined("+", Term(term));

    /// <summary>The factors of a product side by side.</summary>
    internal string Factors(IReadOnlyList<Formula> factors)
    {
        var text = new StringBuilder();
        for (var i = 0; i < factors.Count; i++)
        {
            text.Append(i == 0 ? "" : " " + JointBefore(factors[i - 1], factors[i])).Append(Factor(factors[i], i == factors.Count - 1));
        }

        return text.ToString();
    }

    /// <summary>What separates a factor from the one before it.</summary>
    internal string JointBefore(Formula left, Formula right) => Spelled(brackets.Between(left, right));

    /// <summary>A factor of a product, in brackets where it needs them.</summary>
    internal string Factor(Formula factor, bool isLast) => factor switch
    {
        Underbrace brace when BracketRules.InsideBrace(brace) => Braced(brace, Bracketed(brace.Body)),
        _ => BracketRules.AroundFactor(factor, isLast) ? Bracketed(factor) : Write(factor),
    };

    /// <summary>A formula in brackets that are as large as it is.</summary>
    internal string Bracketed(Formula body) => Bracketed(body, Write(body), BracketRules.IsTall(body));

    /// <summary>A formula in brackets.</summary>
    /// <param name="body">The formula.</param>
    /// <param name="written">How it is written.</param>
    /// <param name="isTall">Whether the brackets have to grow.</param>
    internal string Bracketed(Formula body, string written, bool isTall) => InBrackets(ShapeAround(body), isTall, written);

    /// <summary>The shape of the brackets around a formula.</summary>
    internal BracketShape ShapeAround(Formula body) => brackets.ShapeAround(body);

    /// <summary>A body with the brace of a formula under it.</summary>
    internal string Braced(Underbrace brace, string body) =>
        brace.Label is Dimensions ? WithShape(body, Write(brace.Label)) : Braced(body, Write(brace.Label));

    /// <summary>A number.</summary>
    protected abstract string Number(string digits);

    /// <summary>A letter, a command for one such as <c>\delta</c> or <c>\hat{y}</c>, or a word.</summary>
    protected abstract string Letter(string letter);

    /// <summary>A letter with what stands low and high on it; empty where nothing does. Both are indices and marks as plain text.</summary>
    protected abstract string Scripted(string letter, string below, string above);

    /// <summary>A written name of a quantity with a mark that tells which quantity it is, in languages that can tell.</summary>
    protected virtual string Marked(Symbol symbol, string name) => name;

    /// <summary>An index by itself.</summary>
    protected abstract string Indexed(string index);

    /// <summary>Values with commas between them.</summary>
    protected abstract string Listed(IReadOnlyList<string> values);

    /// <summary>A minus sign before something.</summary>
    protected internal abstract string Minus(string body);

    /// <summary>A term with the sign that joins it to those before it.</summary>
    protected internal abstract string Joined(string sign, string term);

    /// <summary>What stands between two factors, with the space after it.</summary>
    internal abstract string Spelled(Joint joint);

    /// <summary>Brackets around something.</summary>
    internal abstract string InBrackets(BracketShape shape, bool isTall, string body);

    /// <summary>A fraction.</summary>
    protected abstract string Quotient(string over, string under);

    /// <summary>A fraction in a line of text.</summary>
    protected abstract string Slashed(string over, string under);

    /// <summary>∂ before a quantity.</summary>
    protected abstract string Differential(string quantity);

    /// <summary>∂² before a quantity.</summary>
    protected abstract string SecondDifferential(string quantity);

    /// <summary>A power.</summary>
    protected abstract string Raised(string radix, string exponent);

    /// <summary>A power of e.</summary>
    protected abstract string Exponential(string exponent);

    /// <summary>A root.</summary>
    protected abstract string RootOf(string body);

    /// <summary>A size between bars.</summary>
    protected abstract string SizeOf(string body);

    /// <summary>The name of a function of mathematics, from its LaTeX.</summary>
    protected abstract string FunctionName(string latex);

    /// <summary>A word as the name of a function.</summary>
    protected abstract string Operator(string name);

    /// <summary>A function's name with primes, and its arguments where there are any.</summary>
    protected abstract string Called(string name, int primes, string? arguments, bool isTall);

    /// <summary>R{·} of something.</summary>
    protected abstract string AlongDirection(string of, bool isTall);

    /// <summary>A share of something that flows over a path.</summary>
    protected abstract string ShareOf(string whole, string path);

    /// <summary>A brace under something, and its label.</summary>
    protected abstract string Braced(string body, string label);

    /// <summary>The shape of a matrix under it; as a rule with a brace.</summary>
    protected virtual string WithShape(string body, string shape) => Braced(body, shape);

    /// <summary>Rows × columns.</summary>
    protected abstract string Sized(string rows, string columns);

    /// <summary>∇ of something by a vector or a matrix.</summary>
    protected abstract string GradientBy(string by, string of);

    /// <summary>A sum with Σ; without limits it runs over all values that its index has.</summary>
    protected abstract string SumOver(string letter, (string From, string To)? limits, string body);

    /// <summary>Values with their conditions behind a brace; the condition is null for "otherwise".</summary>
    protected abstract string Rows(IReadOnlyList<(string Value, string? Condition)> rows, bool isTall);

    /// <summary>≤, ≥, &lt; or &gt; between two sides.</summary>
    protected abstract string Compared(string left, string sign, string right);

    /// <summary>1 where a condition holds and 0 elsewhere.</summary>
    protected abstract string Indicator(string condition);

    /// <summary>The sign of a transposed matrix, as an exponent.</summary>
    protected abstract string TransposeSign { get; }

    /// <summary>⊙.</summary>
    protected abstract string EntrywiseSign { get; }

    /// <summary>∂ alone.</summary>
    protected abstract string PartialSign { get; }

    /// <summary>A comma with space after it, between the values of one index and those of another.</summary>
    protected abstract string Comma { get; }

    /// <summary>The question mark of a question.</summary>
    protected abstract string QuestionMark { get; }

    /// <summary>Dots in a list.</summary>
    protected abstract string Dots { get; }

    /// <summary>The space before the values of an index.</summary>
    protected internal abstract string WideSpace { get; }

    private string Values(IndexRange range)
    {
        var last = Indexed(Written(range.To));
        string[] values = (range.To.Number - range.From.Number) switch
        {
            0 when range.To == range.From => [last],
            1 when range.To.Letter == range.From.Letter => [Indexed(Written(range.From)), last],
            2 when range is { From.Letter: null, To.Letter: null } => [Indexed(Written(range.From)), Indexed(Written(range.From.Number + 1)), last],
            _ => [Indexed(Written(range.From)), Dots, last],
        };
        return $"{Indexed(range.Letter)} {Sign(Relation.Equal)} {Listed(values)}" + (range.And is { } other ? Comma + Values(other) : "");
    }

    // A lone bound stands behind the quantity, of two bounds the lower one first.
    private string? Write(Condition? condition) => condition switch
    {
        null => null,
        { Low: { } low, High: { } high } => Compared(
            Compared(Write(low), condition.IncludesLow ? "≤" : "<", Write(condition.Subject)),
            condition.IncludesHigh ? "≤" : "<",
            Write(high)),
        { Low: { } low } => Compared(Write(condition.Subject), condition.IncludesLow ? "≥" : ">", Write(low)),
        { High: { } high } => Compared(Write(condition.Subject), condition.IncludesHigh ? "≤" : "<", Write(high)),
        _ => throw new InvalidOperationException("A condition without a bound."),
    };

    private string Terms(Sum sum) =>
        (sum.Terms[0] is Negative ? Write(sum.Terms[0]) : Term(sum.Terms[0]))
        + string.Concat(sum.Terms.Skip(1).Select(term => " " + JoinedTerm(term)));

    private string Term(Formula term) => BracketRules.AroundTerm(term) ? Bracketed(term) : Write(term);

    private string Applied(Call call)
    {
        var arguments = Listed([.. call.Arguments.Select(Write)]);
        return BracketRules.FormOf(call) switch
        {
            FunctionForm.Exponential => Exponential(arguments),
            FunctionForm.Root => RootOf(arguments),
            FunctionForm.Bars => SizeOf(arguments),
            FunctionForm.Named => Named(call, call.Arguments.Count == 0 ? null : arguments),
            var form => throw new InvalidOperationException($"Unknown form {form}."),
        };
    }

    private string Named(Call call, string? arguments)
    {
        var isTall = call.Arguments.Any(BracketRules.IsTall);
        if (call.Function.Layer is not { } layer)
        {
            return Called(NameOf(call.Function), call.Primes, arguments, isTall);
        }

        var (letter, below, above, primes) = names.PartsOf(layer, call.Primes, call.Arguments);
        return Called(Scripted(Letter(letter), below, above), primes, arguments, isTall);
    }

    // A function that has the letter of those of layers goes by its word.
    private string NameOf(FunctionSymbol function) =>
        FunctionNames.Find(function.Name) is { Form: not FunctionForm.Root, Latex.Length: > 0 } known && known.Latex != functionLetter ? FunctionName(known.Latex)
        : function.Name.Length == 1 || function.Name.StartsWith('\\') ? Letter(function.Name)
        : Operator(function.Name); // \sqrt' would be a root of the prime

    private string Name(Symbol symbol)
    {
        var by = names.BehindD(symbol);
        var (letter, below, above) = names.PartsOf(by ?? symbol);
        return Marked(symbol, (by is null ? "" : Letter("d")) + Scripted(Letter(letter), below, above));
    }

    private static string Written(Index index) => index.ToString();
}
