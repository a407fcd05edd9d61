using System.Text;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing.MathML;

/// <summary>
/// Writes formulas as presentation MathML, within MathML Core (https://www.w3.org/TR/mathml-core/). What it returns are elements in
/// a row, to be put into a <c>math</c> or <c>mrow</c> element.
/// </summary>
/// <param name="notation">Letters, marks and orders.</param>
/// <param name="inText">Whether the formulas stand in running text, where derivatives are written with a slash.</param>
public sealed class MathMLWriter(Notation notation, bool inText = false) : DisplayWriter(notation, inText)
{
    /// <inheritdoc/>
    protected override string QuestionMark => "<mi>?</mi>";

    /// <inheritdoc/>
    protected override string TransposeSign => @"<mo stretchy=""false"">⊤</mo>";

    /// <inheritdoc/>
    protected override string EntrywiseSign => "<mo>⊙</mo>";

    /// <inheritdoc/>
    protected override string PartialSign => "<mi>∂</mi>";

    /// <inheritdoc/>
    protected override string Comma => @"<mo separator=""true"">,</mo>" + Space("0.5em");

    /// <inheritdoc/>
    protected override string Dots => "<mo>…</mo>";

    /// <inheritdoc/>
    protected internal override string WideSpace => Space("2em");

    /// <inheritdoc/>
    public override string Sign(Relation relation) => relation switch
    {
        Relation.Equal => @"<mo form=""infix"">=</mo>",
        Relation.Implies => @"<mo form=""infix"">⇒</mo>",
        Relation.Defined => @"<mo form=""infix"">≔</mo>",
        Relation.Approximate => @"<mo form=""infix"">≈</mo>",
        Relation.LeadsTo => @"<mo form=""infix"" stretchy=""false"">→</mo>",
        _ => throw new InvalidOperationException($"Unknown relation {relation}."),
    };

    /// <inheritdoc/>
    protected override string Number(string digits) => $"<mn>{digits}</mn>";

    /// <inheritdoc/>
    protected override string Letter(string letter) => Letters.Of(letter);

    /// <inheritdoc/>
    protected override string Scripted(string letter, string below, string above) => (below.Length, above.Length) switch
    {
        (0, 0) => letter,
        (_, 0) => $"<msub>{letter}{Script(below)}</msub>",
        (0, _) => $"<msup>{letter}{Script(above)}</msup>",
        _ => $"<msubsup>{letter}{Script(below)}{Script(above)}</msubsup>",
    };

    /// <inheritdoc/>
    protected override string Marked(Symbol symbol, string name) => $"<mrow{DataNames.Attribute(symbol)}>{name}</mrow>";

    /// <inheritdoc/>
    protected override string Indexed(string index) => Script(index);

    /// <inheritdoc/>
    protected override string Listed(IReadOnlyList<string> values) => string.Join(@"<mo separator=""true"">,</mo>", values);

    /// <inheritdoc/>
    protected internal override string Minus(string body) => @"<mo form=""prefix"">−</mo>" + body;

    /// <inheritdoc/>
    protected internal override string Joined(string sign, string term) => $@"<mo form=""infix"">{(sign == "-" ? "−" : sign)}</mo>{term}";

    /// <inheritdoc/>
    internal override string Spelled(Joint joint) => joint switch
    {
        Joint.Nothing or Joint.ThinSpace => Space(joint == Joint.Nothing ? "0.08em" : "0.17em"),
        Joint.Dot => "<mo>·</mo>",
        _ => throw new InvalidOperationException($"Unknown joint {joint}."),
    };

    /// <inheritdoc/>
    internal override string InBrackets(BracketShape shape, bool isTall, string body)
    {
        var (open, close) = Signs(shape);
        return $"<mrow>{Fence(open, "prefix", isTall)}{body}{Fence(close, "postfix", isTall)}</mrow>";
    }

    /// <inheritdoc/>
    protected override string Quotient(string over, string under) => $"<mfrac>{Group(over)}{Group(under)}</mfrac>";

    /// <inheritdoc/>
    protected override string Slashed(string over, string under) => $@"{over}<mo stretchy=""false"">/</mo>{under}";

    /// <inheritdoc/>
    protected override string Differential(string quantity) => $"<mi>∂</mi>{quantity}";

    /// <inheritdoc/>
    protected override string SecondDifferential(string quantity) => $"<msup><mi>∂</mi><mn>2</mn></msup>{quantity}";

    /// <inheritdoc/>
    protected override string Raised(string radix, string exponent) => $"<msup>{Group(radix)}{Group(exponent)}</msup>";

    /// <inheritdoc/>
    protected override string Exponential(string exponent) => $"<msup><mi>e</mi>{Group(exponent)}</msup>";

    /// <inheritdoc/>
    protected override string RootOf(string body) => $"<msqrt>{body}</msqrt>";

    /// <inheritdoc/>
    protected override string SizeOf(string body) => $"<mrow>{Fence("|", "prefix", isTall: true)}{body}{Fence("|", "postfix", isTall: true)}</mrow>";

    /// <inheritdoc/>
    protected override string FunctionName(string latex) => Letters.OfFunction(latex);

    /// <inheritdoc/>
    protected override string Operator(string name) => $"<mi>{Letters.Escaped(name)}</mi>";

    /// <inheritdoc/>
    protected override string Called(string name, int primes, string? arguments, bool isTall)
    {
        // A prime reads better as an operator beside the name than as a script on it.
        var primed = name + (primes == 0 ? "" : $@"<mo lspace=""0"" rspace=""0"">{new string('′', primes)}</mo>");
        return arguments is null ? primed
            : $@"{primed}<mo rspace=""0"" lspace=""0"">{ApplyFunction}</mo>{InBrackets(BracketShape.Round, isTall, arguments)}";
    }

    /// <inheritdoc/>
    protected override string AlongDirection(string of, bool isTall) =>
        $"<mrow>{Letters.Of(@"\mathcal{R}")}{Fence("{", "prefix", isTall)}{of}{Fence("}", "postfix", isTall)}</mrow>";

    /// <inheritdoc/>
    protected override string ShareOf(string whole, string path) =>
        $@"<msub><mrow>{Group(whole)}<mo fence=""true"" form=""postfix"" stretchy=""true"">|</mo></mrow>{Group(path)}</msub>";

    /// <inheritdoc/>
    protected override string Braced(string body, string label) =>
        $@"<munder><munder accentunder=""true"">{Group(body)}<mo stretchy=""true"">⏟</mo></munder>{Group(label)}</munder>";

    /// <inheritdoc/>
    protected override string Sized(string rows, string columns) => $"{rows}<mo>×</mo>{columns}";

    /// <inheritdoc/>
    protected override string GradientBy(string by, string of) => $"<msub><mi>∇</mi>{Group(by)}</msub>{Space("0.08em")}{of}";

    /// <inheritdoc/>
    protected override string SumOver(string letter, (string From, string To)? limits, string body) => (limits is var (from, to)
        ? $"<munderover>{Sigma}<mrow>{Script(letter)}{Tight("=")}{Script(from)}</mrow>{Script(to)}</munderover>"
        : $"<munder>{Sigma}{Script(letter)}</munder>") + body;

    /// <inheritdoc/>
    protected override string Rows(IReadOnlyList<(string Value, string? Condition)> rows, bool isTall) =>
        @"<mrow><mo fence=""true"" form=""prefix"" stretchy=""true"">{</mo><mtable>"
        + string.Concat(rows.Select(row => $"<mtr><mtd>{row.Value}</mtd><mtd>{Space("1em")}{row.Condition ?? $"<mtext>{Letters.Escaped(Words.Otherwise)}</mtext>"}</mtd></mtr>"))
        + "</mtable></mrow>";

    /// <inheritdoc/>
    protected override string Indicator(string condition) => $@"<mn>𝟏</mn>{Fence("{", "prefix", isTall: false)}{condition}{Fence("}", "postfix", isTall: false)}";

    /// <inheritdoc/>
    protected override string Compared(string left, string sign, string right) => $"{left}<mo>{Letters.Escaped(sign)}</mo>{right}";

    /// <inheritdoc/>
    internal override string Arrow => Sign(Relation.Implies) + Space("0.6em");

    /// <inheritdoc/>
    internal override string Opened(BracketShape shape, BracketSize size) => Fence(Signs(shape).Open, "prefix", size);

    /// <inheritdoc/>
    internal override string Closed(BracketShape shape, BracketSize size) => Fence(Signs(shape).Close, "postfix", size);

    /// <inheritdoc/>
    internal override string Stacked(IReadOnlyList<string> lines) =>
        $@"<mtable displaystyle=""true"">{string.Concat(lines.Select(line => $"<mtr><mtd>{line}</mtd></mtr>"))}</mtable>";

    private const string Sigma = @"<mo movablelimits=""false"" largeop=""true"">∑</mo>";

    // Between a function and its arguments for those who listen to the page.
    private const string ApplyFunction = "&#x2061;";

    private static string Space(string width) => $@"<mspace width=""{width}""/>";

    private static (string Open, string Close) Signs(BracketShape shape) => shape == BracketShape.Square ? ("[", "]") : ("(", ")");

    // The sizes that TeX gives \big, \bigg and \Bigg.
    private static string Fence(string bracket, string form, BracketSize size)
    {
        var height = size switch
        {
            BracketSize.Line => "1.2em",
            BracketSize.Fraction => "2.4em",
            BracketSize.Power => "3em",
            _ => throw new InvalidOperationException($"Unknown size {size}."),
        };
        return $@"<mo fence=""true"" form=""{form}"" stretchy=""true"" symmetric=""true"" minsize=""{height}"" maxsize=""{height}"">{bracket}</mo>";
    }

    private static string Fence(string bracket, string form, bool isTall) =>
        $@"<mo fence=""true"" form=""{form}"" stretchy=""{(isTall ? "true" : "false")}"">{bracket}</mo>";

    // TeX leaves out the spaces around signs in scripts; browsers do not.
    private static string Tight(string sign) => $@"<mo lspace=""0"" rspace=""0"" stretchy=""false"">{sign}</mo>";

    // Scripts, numerators and the like are one element.
    private static string Group(string elements) => $"<mrow>{elements}</mrow>";

    // Indices and layer marks: runs of digits, letters, signs.
    private static string Script(string text)
    {
        var elements = new StringBuilder();
        var count = 0;
        for (var i = 0; i < text.Length; count++)
        {
            var start = i++;
            if (char.IsAsciiDigit(text[start]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                elements.Append("<mn>").Append(text, start, i - start).Append("</mn>");
            }
            else if (text[start] == '\\')
            {
                while (i < text.Length && char.IsAsciiLetter(text[i]))
                {
                    i++;
                }

                elements.Append(Letters.Of(text[start..i]));
            }
            else if (char.IsLetter(text[start]))
            {
                elements.Append("<mi>").Append(text[start]).Append("</mi>");
            }
            else
            {
                var sign = text[start] switch
                {
                    '-' => '−',
                    '\'' => '′',
                    var other => other,
                };
                elements.Append(Tight(sign.ToString()));
            }
        }

        return count == 1 ? elements.ToString() : Group(elements.ToString());
    }
}
