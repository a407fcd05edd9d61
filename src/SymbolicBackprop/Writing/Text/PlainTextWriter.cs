using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.MathML;

namespace SymbolicBackprop.Writing.Text;

/// <summary>Writes formulas as plain text in one line, with the indices and marks that Unicode has: ∂loss/∂w₁₁⁽³⁾.</summary>
/// <param name="notation">Letters, marks and orders.</param>
public sealed class PlainTextWriter(Notation notation) : FormulaWriter(notation, inText: true)
{
    private const string LowFrom = "0123456789+-()aehijklmnoprstuvx";
    private const string LowTo = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private const string HighFrom = "0123456789+-()abcdefghijklmnoprstuvwxyzT";
    private const string HighTo = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ";

    /// <inheritdoc/>
    protected override string QuestionMark => "?";

    /// <inheritdoc/>
    protected override string TransposeSign => "T";

    /// <inheritdoc/>
    protected override string EntrywiseSign => "⊙";

    /// <inheritdoc/>
    protected override string PartialSign => "∂";

    /// <inheritdoc/>
    protected override string Comma => ", ";

    /// <inheritdoc/>
    protected override string Dots => "…";

    /// <inheritdoc/>
    protected internal override string WideSpace => "  ";

    /// <inheritdoc/>
    public override string Sign(Relation relation) => relation switch
    {
        Relation.Equal => "=",
        Relation.Implies => "⇒",
        Relation.Defined => ":=",
        Relation.Approximate => "≈",
        Relation.LeadsTo => "→",
        _ => throw new InvalidOperationException($"Unknown relation {relation}."),
    };

    /// <inheritdoc/>
    protected override string Number(string digits) => digits;

    /// <inheritdoc/>
    protected override string Letter(string letter) => Letters.Plain(letter).Normalize();

    /// <inheritdoc/>
    protected override string Scripted(string letter, string below, string above) => letter + Script(below, "_", LowFrom, LowTo) + Script(above.TrimEnd('\''), "^", HighFrom, HighTo) + new string('′', above.Count(character => character == '\''));

    /// <inheritdoc/>
    protected override string Indexed(string index) => index;

    /// <inheritdoc/>
    protected override string Listed(IReadOnlyList<string> values) => string.Join(", ", values);

    /// <inheritdoc/>
    protected internal override string Minus(string body) => "−" + body;

    /// <inheritdoc/>
    protected internal override string Joined(string sign, string term) => $"{(sign == "-" ? "−" : sign)} {term}";

    /// <inheritdoc/>
    internal override string Spelled(Joint joint) => joint == Joint.Dot ? "· " : "";

    /// <inheritdoc/>
    internal override string InBrackets(BracketShape shape, bool isTall, string body) => shape == BracketShape.Square ? $"[{body}]" : $"({body})";

    /// <inheritdoc/>
    protected override string Quotient(string over, string under) => $"{Whole(over)}/{Whole(under)}";

    /// <inheritdoc/>
    protected override string Slashed(string over, string under) => $"{over}/{under}";

    /// <inheritdoc/>
    protected override string Differential(string quantity) => "∂" + quantity;

    /// <inheritdoc/>
    protected override string SecondDifferential(string quantity) => "∂²" + quantity;

    /// <inheritdoc/>
    protected override string Raised(string radix, string exponent) => radix + Script(exponent, "^", HighFrom, HighTo);

    /// <inheritdoc/>
    protected override string Exponential(string exponent) => $"e^{Whole(exponent)}";

    /// <inheritdoc/>
    protected override string RootOf(string body) => $"√({body})";

    /// <inheritdoc/>
    protected override string SizeOf(string body) => $"|{body}|";

    /// <inheritdoc/>
    protected override string FunctionName(string latex) => Letters.PlainFunction(latex);

    /// <inheritdoc/>
    protected override string Operator(string name) => name;

    /// <inheritdoc/>
    protected override string Called(string name, int primes, string? arguments, bool isTall) => name + new string('′', primes) + (arguments is null ? "" : $"({arguments})");

    /// <inheritdoc/>
    protected override string AlongDirection(string of, bool isTall) => $"R{{{of}}}";

    /// <inheritdoc/>
    protected override string ShareOf(string whole, string path) => $"{whole}|{path}";

    /// <inheritdoc/>
    protected override string Braced(string body, string label) => $"{{{body}}}={label}";

    /// <inheritdoc/>
    protected override string WithShape(string body, string shape) => $"{body}:{shape}";

    /// <inheritdoc/>
    protected override string Sized(string rows, string columns) => $"{rows}×{columns}";

    /// <inheritdoc/>
    protected override string GradientBy(string by, string of) => $"∇_{by} {of}";

    /// <inheritdoc/>
    protected override string SumOver(string letter, (string From, string To)? limits, string body) =>
        limits is var (from, to) ? $"Σ({letter}={from}…{to}) {body}" : $"Σ({letter}) {body}";

    /// <inheritdoc/>
    protected override string Rows(IReadOnlyList<(string Value, string? Condition)> rows, bool isTall) =>
        "{ " + string.Join("; ", rows.Select(row => row.Condition is null ? row.Value : $"{row.Value} {Isolates.Words(Words.If)} {row.Condition}")) + " }";

    /// <inheritdoc/>
    protected override string Indicator(string condition) => $"1{{{condition}}}";

    /// <inheritdoc/>
    protected override string Compared(string left, string sign, string right) => $"{left} {sign} {right}";

    // A single name or number needs no brackets in a quotient.
    private static string Whole(string text) => text.Any(character => character is ' ' or '/' or '+' or '−' or '^' or '∂') && !(text.StartsWith('∂') && !text.Contains(' ', StringComparison.Ordinal)) ? $"({text})" : text;

    private static string Script(string text, string sign, string from, string to)
    {
        if (text.Length == 0)
        {
            return "";
        }

        return text.All(character => from.Contains(character, StringComparison.Ordinal))
            ? string.Concat(text.Select(character => to[from.IndexOf(character, StringComparison.Ordinal)]))
            : text.Length == 1 || text.StartsWith('[') ? sign + text
            : $"{sign}({text})";
    }
}
