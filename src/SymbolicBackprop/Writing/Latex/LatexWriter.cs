using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>Writes formulas as LaTeX, for mathematics mode.</summary>
/// <param name="notation">Letters, marks and orders.</param>
/// <param name="inText">Whether the formulas stand in running text, where derivatives are written with a slash.</param>
public sealed class LatexWriter(Notation notation, bool inText = false) : DisplayWriter(notation, inText)
{
    /// <inheritdoc/>
    protected override string QuestionMark => "{?}"; // braces make it an ordinary symbol; a bare one would stick to the sign before it

    /// <inheritdoc/>
    protected override string TransposeSign => @"\top";

    /// <inheritdoc/>
    protected override string EntrywiseSign => @"\odot";

    /// <inheritdoc/>
    protected override string PartialSign => @"\partial";

    /// <inheritdoc/>
    protected override string Comma => @",\; ";

    /// <inheritdoc/>
    protected override string Dots => @"\dots";

    /// <inheritdoc/>
    protected internal override string WideSpace => @"\qquad";

    /// <inheritdoc/>
    public override string Sign(Relation relation) => relation switch
    {
        Relation.Equal => "=",
        Relation.Implies => @"\Rightarrow",
        Relation.Defined => ":=",
        Relation.Approximate => @"\approx",
        Relation.LeadsTo => @"\to",
        _ => throw new InvalidOperationException($"Unknown relation {relation}."),
    };

    /// <inheritdoc/>
    protected override string Number(string digits) => digits;

    /// <inheritdoc/>
    protected override string Letter(string letter) =>
        (letter.Length == 1 && char.IsAsciiLetter(letter[0])) || letter.StartsWith('\\') ? letter : $@"\text{{{LatexText.Escaped(letter)}}}";

    /// <inheritdoc/>
    protected override string Scripted(string letter, string below, string above) => letter + Script('_', below) + Script('^', above.Replace("'", @"\prime", StringComparison.Ordinal));

    /// <inheritdoc/>
    protected override string Indexed(string index) => index;

    /// <inheritdoc/>
    protected override string Listed(IReadOnlyList<string> values) => string.Join(", ", values);

    /// <inheritdoc/>
    protected internal override string Minus(string body) => "-" + body;

    /// <inheritdoc/>
    protected internal override string Joined(string sign, string term) => $"{sign} {term}";

    /// <inheritdoc/>
    internal override string Spelled(Joint joint) => joint switch
    {
        Joint.Nothing => "",
        Joint.ThinSpace => @"\, ",
        Joint.Dot => @"\cdot ",
        _ => throw new InvalidOperationException($"Unknown joint {joint}."),
    };

    /// <inheritdoc/>
    internal override string InBrackets(BracketShape shape, bool isTall, string body)
    {
        var (open, close) = Signs(shape);
        return isTall ? $@"\left{open} {body} \right{close}" : open + body + close;
    }

    /// <inheritdoc/>
    protected override string Quotient(string over, string under) => $@"\frac{{{over}}}{{{under}}}";

    /// <inheritdoc/>
    protected override string Slashed(string over, string under) => $"{over} / {under}";

    /// <inheritdoc/>
    protected override string Differential(string quantity) => $@"\partial {quantity}";

    /// <inheritdoc/>
    protected override string SecondDifferential(string quantity) => $@"\partial^2 {quantity}";

    /// <inheritdoc/>
    protected override string Raised(string radix, string exponent) => radix + Script('^', exponent);

    /// <inheritdoc/>
    protected override string Exponential(string exponent) => $"e^{{{exponent}}}";

    /// <inheritdoc/>
    protected override string RootOf(string body) => $@"\sqrt{{{body}}}";

    /// <inheritdoc/>
    protected override string SizeOf(string body) => $@"\left| {body} \right|";

    /// <inheritdoc/>
    protected override string FunctionName(string latex) => latex;

    /// <inheritdoc/>
    protected override string Operator(string name) => $@"\operatorname{{{LatexText.Escaped(name)}}}";

    /// <inheritdoc/>
    protected override string Called(string name, int primes, string? arguments, bool isTall) => name + new string('\'', primes)
        + (arguments is null ? "" : isTall ? $@"\left( {arguments} \right)" : $"({arguments})");

    /// <inheritdoc/>
    protected override string AlongDirection(string of, bool isTall) => isTall ? $@"\mathcal{{R}}\left\{{ {of} \right\}}" : $@"\mathcal{{R}}\{{{of}\}}";

    /// <inheritdoc/>
    protected override string ShareOf(string whole, string path) => $@"\left.{whole}\right|_{{{path}}}";

    /// <inheritdoc/>
    protected override string Braced(string body, string label) => $@"\underbrace{{{body}}}_{{{label}}}";

    /// <inheritdoc/>
    protected override string Sized(string rows, string columns) => $@"{rows} \times {columns}";

    /// <inheritdoc/>
    protected override string GradientBy(string by, string of) => $@"\nabla_{{{by}}} {of}";

    /// <inheritdoc/>
    protected override string SumOver(string letter, (string From, string To)? limits, string body) => limits is var (from, to)
        ? $@"\sum_{{{letter}={from}}}{Script('^', to)} {body}"
        : $@"\sum{Script('_', letter)} {body}";

    // TeX sets what stands in cases as in running text, and in lines too close for fractions.
    /// <inheritdoc/>
    protected override string Rows(IReadOnlyList<(string Value, string? Condition)> rows, bool isTall)
    {
        var lines = rows.Select(row => $@"{(isTall ? @"\displaystyle " : "")}{row.Value} & {row.Condition ?? Letter(Words.Otherwise)}");
        return $@"\begin{{cases}} {string.Join(isTall ? @" \\[2.8ex] " : @" \\ ", lines)} \end{{cases}}";
    }

    /// <inheritdoc/>
    protected override string Indicator(string condition) => $@"\mathbf{{1}}\{{{condition}\}}";

    /// <inheritdoc/>
    protected override string Compared(string left, string sign, string right) => $"{left} {sign switch
    {
        "≤" => @"\le",
        "≥" => @"\ge",
        _ => sign,
    }} {right}";

    /// <inheritdoc/>
    internal override string Arrow => Sign(Relation.Implies) + @"\quad ";

    /// <inheritdoc/>
    internal override string Opened(BracketShape shape, BracketSize size) => $"{Sized(size)}l{Signs(shape).Open}";

    /// <inheritdoc/>
    internal override string Closed(BracketShape shape, BracketSize size) => $"{Sized(size)}r{Signs(shape).Close}";

    // The empty group makes a sign at the start of the line one between two terms.
    /// <inheritdoc/>
    internal override string Stacked(IReadOnlyList<string> lines) => $@"\begin{{gathered}} {string.Join(@" \\ {} ", lines)} \end{{gathered}}";

    private static (string Open, string Close) Signs(BracketShape shape) => shape == BracketShape.Square ? ("[", "]") : ("(", ")");

    private static string Sized(BracketSize size) => size switch
    {
        BracketSize.Line => @"\big",
        BracketSize.Fraction => @"\bigg",
        BracketSize.Power => @"\Bigg",
        _ => throw new InvalidOperationException($"Unknown size {size}."),
    };

    private static string Script(char sign, string content) => content.Length switch
    {
        0 => "",
        1 => $"{sign}{content}",
        _ => $"{sign}{{{content}}}",
    };
}
