using System.Globalization;
using System.Text;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>Writes formulas as LaTeX, for mathematics mode.</summary>
public sealed class LatexWriter
{
    private readonly Notation notation;
    private readonly BracketRules brackets;
    private readonly bool inText;

    /// <summary>Makes a writer for a notation.</summary>
    /// <param name="notation">Letters, marks and orders.</param>
    /// <param name="inText">Whether the formulas stand in running text, where derivatives are written with a slash.</param>
    public LatexWriter(Notation notation, bool inText = false)
    {
        this.notation = notation;
        this.inText = inText;
        brackets = new BracketRules(notation);
    }

    /// <summary>A formula.</summary>
    public string Write(Formula formula) => formula switch
    {
        Literal literal => literal.Digits,
        Symbol symbol => Name(symbol),
        Negative negative => "-" + Term(negative.Body),
        Sum sum => Terms(sum),
        Product product => Factors(product.Factors),
        Fraction fraction => $@"\frac{{{Write(fraction.Over)}}}{{{Write(fraction.Under)}}}",
        Power power => (brackets.AroundBase(power.Base) ? Bracketed(power.Base) : Write(power.Base)) + Script('^', Write(power.Exponent)),
        Call call => Applied(call),
        Derivative derivative when inText => $@"\partial {(derivative.Of is Derivative ? Bracketed(derivative.Of) : Factor(derivative.Of, isLast: false))} / \partial {Factor(derivative.By, isLast: false)}",
        Derivative derivative when BracketRules.IsOperator(derivative) => $@"\frac{{\partial}}{{\partial {Factor(derivative.By, isLast: false)}}} {Factor(derivative.Of, isLast: false)}",
        Derivative derivative => $@"\frac{{\partial {Factor(derivative.Of, isLast: false)}}}{{\partial {Factor(derivative.By, isLast: false)}}}",
        PathShare share => $@"\left.{Write(share.Whole)}\right|_{{{PathName(share.Path)}}}",
        Underbrace brace => Braced(brace, Write(brace.Body)),
        Summation summation =>
            @"\sum" + Limits(summation) + " " + (summation.Body is Product terms ? Factors(terms.Factors) : Factor(summation.Body, isLast: true)),
        Cases cases => Rows(cases),
        Unknown => "{?}", // braces make it an ordinary symbol; a bare one would stick to the sign before it
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    /// <summary>A statement in one line.</summary>
    public string Write(Statement statement) =>
        Write(statement.First) + string.Concat(statement.Links.Select(link => " " + Sign(link.Relation) + " " + Write(link.Side)))
        + (statement.Range is { } range ? @" \qquad " + Write(range) : "");

    /// <summary>The values that a statement's index runs over, as <c>(j = 1, …, n)</c>.</summary>
    public string Write(IndexRange range) => $"({Values(range)})";

    private static string Values(IndexRange range)
    {
        var last = Written(range.To);
        var values = (range.To.Number - range.From.Number) switch
        {
            0 when range.To == range.From => last,
            1 when range.To.Letter == range.From.Letter => $"{Written(range.From)}, {last}",
            2 when range is { From.Letter: null, To.Letter: null } => $"{Written(range.From)}, {Written(range.From.Number + 1)}, {last}",
            _ => $@"{Written(range.From)}, \dots, {last}",
        };
        return $"{range.Letter} = {values}" + (range.And is { } other ? @",\; " + Values(other) : "");
    }

    // TeX sets what stands in cases as in running text, and in lines too close for fractions.
    private string Rows(Cases cases)
    {
        var isTall = !inText && cases.Branches.Any(branch => BracketRules.IsTall(branch.Value));
        var rows = cases.Branches.Select(branch => $"{(isTall ? @"\displaystyle " : "")}{Write(branch.Value)} & {Write(branch.Condition)}");
        return $@"\begin{{cases}} {string.Join(isTall ? @" \\[2.8ex] " : @" \\ ", rows)} \end{{cases}}";
    }

    // A lone bound stands behind the quantity, of two bounds the lower one first.
    private string Write(Condition? condition) => condition switch
    {
        null => @"\text{otherwise}",
        { Low: { } low, High: { } high } =>
            $"{Write(low)} {(condition.IncludesLow ? @"\le" : "<")} {Write(condition.Subject)} {(condition.IncludesHigh ? @"\le" : "<")} {Write(high)}",
        { Low: { } low } => $"{Write(condition.Subject)} {(condition.IncludesLow ? @"\ge" : ">")} {Write(low)}",
        { High: { } high } => $"{Write(condition.Subject)} {(condition.IncludesHigh ? @"\le" : "<")} {Write(high)}",
        _ => throw new InvalidOperationException("A condition without a bound."),
    };

    /// <summary>The sign of a relation.</summary>
    public static string Sign(Relation relation) => relation switch
    {
        Relation.Equal => "=",
        Relation.Implies => @"\Rightarrow",
        Relation.Defined => ":=",
        Relation.Approximate => @"\approx",
        Relation.LeadsTo => @"\to",
        _ => throw new InvalidOperationException($"Unknown relation {relation}."),
    };

    /// <summary>The name of a path.</summary>
    public static string PathName(int path) => "P" + Script('_', path.ToString(CultureInfo.InvariantCulture));

    /// <summary>A term of a sum after the first, with the sign that joins it.</summary>
    internal string JoinedTerm(Formula term) => term is Negative negative ? "- " + Term(negative.Body) : "+ " + Term(term);

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
    internal static string JointBefore(Formula left, Formula right) => BracketRules.Between(left, right) switch
    {
        Joint.Nothing => "",
        Joint.ThinSpace => @"\, ",
        Joint.Dot => @"\cdot ",
        var joint => throw new InvalidOperationException($"Unknown joint {joint}."),
    };

    private string Terms(Sum sum) =>
        (sum.Terms[0] is Negative ? Write(sum.Terms[0]) : Term(sum.Terms[0]))
        + string.Concat(sum.Terms.Skip(1).Select(term => " " + JoinedTerm(term)));

    private string Term(Formula term) => BracketRules.AroundTerm(term) ? Bracketed(term) : Write(term);

    /// <summary>A factor of a product, in brackets where it needs them.</summary>
    internal string Factor(Formula factor, bool isLast) => factor switch
    {
        Underbrace brace when BracketRules.InsideBrace(brace) => Braced(brace, Bracketed(brace.Body)),
        _ => BracketRules.AroundFactor(factor, isLast) ? Bracketed(factor) : Write(factor),
    };

    /// <summary>A body with the brace under it.</summary>
    internal string Braced(Underbrace brace, string body) => $@"\underbrace{{{body}}}_{{{Write(brace.Label)}}}";

    private static string Limits(Summation summation) => summation is { From: { } from, To: { } to }
        ? $"_{{{summation.Letter}={Written(from)}}}{Script('^', Written(to))}"
        : Script('_', summation.Letter);

    /// <summary>A formula in brackets that are as large as it is.</summary>
    internal string Bracketed(Formula body) => Bracketed(body, Write(body), BracketRules.IsTall(body));

    /// <summary>A formula in brackets.</summary>
    /// <param name="body">The formula.</param>
    /// <param name="latex">How it is written.</param>
    /// <param name="isTall">Whether the brackets have to grow.</param>
    internal string Bracketed(Formula body, string latex, bool isTall)
    {
        var (open, close) = BracketsAround(body);
        return isTall ? $@"\left{open} {latex} \right{close}" : open + latex + close;
    }

    /// <summary>The brackets around a formula.</summary>
    internal (string Open, string Close) BracketsAround(Formula body) =>
        brackets.ShapeAround(body) == BracketShape.Square ? ("[", "]") : ("(", ")");

    private string Applied(Call call)
    {
        var arguments = string.Join(", ", call.Arguments.Select(Write));
        switch (BracketRules.FormOf(call))
        {
            case FunctionForm.Exponential:
                return $"e^{{{arguments}}}";
            case FunctionForm.Root:
                return $@"\sqrt{{{arguments}}}";
            case FunctionForm.Bars:
                return $@"\left| {arguments} \right|";
            case FunctionForm.Named:
                var name = NameOf(call.Function) + new string('\'', call.Primes);
                return call.Arguments.Count == 0 ? name
                    : call.Arguments.Any(BracketRules.IsTall) ? $@"{name}\left( {arguments} \right)"
                    : $"{name}({arguments})";
            default:
                throw new InvalidOperationException($"Unknown form {BracketRules.FormOf(call)}.");
        }
    }

    private static string NameOf(FunctionSymbol function) => function.Layer is { } layer
        ? function.Name + Script('_', Written(layer))
        : FunctionNames.Find(function.Name) is { Form: not FunctionForm.Root, Latex.Length: > 0 } known ? known.Latex
        : function.Name.Length == 1 || function.Name.StartsWith('\\') ? function.Name
        : $@"\operatorname{{{LatexText.Escaped(function.Name)}}}"; // \sqrt' would be a root of the prime

    private string Name(Symbol symbol)
    {
        var (letter, layer) = symbol.Role switch
        {
            Role.Input when notation.Inputs == InputStyle.X => ("x", null),
            Role.Input when notation.Inputs == InputStyle.UnmarkedActivation => ("a", null),
            Role.Input => ("a", 0),
            Role.Named => (Lettered(symbol.Letter), symbol.Layer),
            Role.PreActivation => ("z", symbol.Layer),
            Role.Activation => ("a", symbol.Layer),
            Role.Weight => ("w", symbol.Layer),
            Role.Bias => ("b", symbol.Layer),
            Role.Target => ("y", symbol.Layer),
            Role.Prediction => (@"\hat{y}", symbol.Layer),
            Role.Loss => (Lettered(notation.Loss), (Index?)null),
            Role.Delta => (@"\delta", symbol.Layer),
            _ => throw new InvalidOperationException($"Unknown role {symbol.Role}."),
        };
        var high = (layer is { } mark ? Marked(mark) : "") + (symbol.IsUpdated ? "+" : "");
        return letter + Subscript(symbol) + (high.Length > 0 ? Script('^', high) : "");
    }

    // A word is set upright; a command is a letter already.
    private static string Lettered(string name) => (name.Length == 1 && char.IsAsciiLetter(name[0])) || name.StartsWith('\\') ? name : $@"\text{{{LatexText.Escaped(name)}}}";

    private string Subscript(Symbol symbol)
    {
        if (symbol.Indices.Count == 0)
        {
            return "";
        }

        var indices = symbol.Indices.Select(Written);
        if (symbol.Role == Role.Weight && notation.WeightOrder == WeightOrder.ToFrom)
        {
            indices = indices.Reverse();
        }

        var list = indices.ToList();
        return Script('_', string.Join(NeedCommas(list, symbol.Role) ? "," : "", list));
    }

    // In w_{11} everyone reads two indices; elsewhere digits side by side are one number.
    private static bool NeedCommas(List<string> indices, Role role) => indices.Exists(index => index.Length > 1)
        || (role != Role.Weight && indices.Zip(indices.Skip(1)).Any(pair => char.IsDigit(pair.First[0]) && char.IsDigit(pair.Second[0])));

    private string Marked(Index layer) => notation.LayerMark == LayerMark.Brackets ? $"[{Written(layer)}]" : $"({Written(layer)})";

    private static string Written(Index index) => index.ToString();

    private static string Script(char sign, string content) =>
        content.Length == 1 ? $"{sign}{content}" : $"{sign}{{{content}}}";
}
