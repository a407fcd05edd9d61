using System.Globalization;
using System.Numerics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Identities.ClosedForms;

namespace SymbolicBackprop.Activations;

/// <summary>Formulas as a line of plain text, such as <c>f·(1 − f)</c>.</summary>
internal static class PlainFormula
{
    private const int Deepest = 24;
    private const int LongestFraction = 64;
    private const string GreekLetters = "αβγδεζηθκλμνξρστυφχψω";

    private static readonly string[] GreekNames =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "rho", "sigma", "tau", "upsilon",
        "phi", "chi", "psi", "omega",
    ];

    // How tightly the parts of a text hold together; what is looser than its place is put in parentheses.
    private enum Binding
    {
        Sum,
        Product,
        Power,
        Atom,
    }

    public static string Of(Expr expression) => Place(Text(expression, Deepest), Binding.Sum);

    public static string Of(FactoredForm form) => Place(Text(form, Deepest), Binding.Sum);

    /// <summary>A number: an integer, a short fraction, or else a decimal where it ends.</summary>
    public static string Of(Rational number)
    {
        var text = number.IsInteger || BigInteger.Max(BigInteger.Abs(number.Numerator), number.Denominator) <= LongestFraction
            ? number.ToString()
            : Decimal(number) ?? number.ToString();
        return text.Replace('-', '−');
    }

    private static string? Decimal(Rational number)
    {
        for (var places = 0; places <= 40; places++)
        {
            var scaled = number * new Rational(BigInteger.Pow(10, places), 1);
            if (scaled.IsInteger)
            {
                var digits = BigInteger.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
                return (number.Sign < 0 ? "-" : "") + digits[..^places] + "." + digits[^places..];
            }
        }

        return null;
    }

    private static string Place((string Text, Binding Binding) part, Binding place) => part.Binding < place ? $"({part.Text})" : part.Text;

    private static (string, Binding) Text(FactoredForm form, int depth) => form switch
    {
        FactoredForm.Constant constant => Number(constant.Value),
        FactoredForm.Quantity quantity => Text(quantity.Expression, depth),
        FactoredForm.Sum sum => Sum(sum.Terms.Select(term => Text(term, depth - 1))),
        FactoredForm.Product product => Product(product.Factors.OfType<FactoredForm.Constant>().Aggregate(Rational.One, (value, constant) => value * constant.Value), product.Factors.Where(factor => factor is not FactoredForm.Constant).Select(factor => Factor(factor, depth - 1))),
        FactoredForm.Power power => Power(Text(power.Radix, depth - 1), power.Exponent),
        _ => throw new InvalidOperationException($"Unknown form {form.GetType()}."),
    };

    private static (string, Binding) Text(Expr e, int depth)
    {
        if (depth == 0)
        {
            return ("…", Binding.Atom);
        }

        return e.Kind switch
        {
            ExprKind.Number => Number(e.Number),
            ExprKind.Variable => (Letter(e.Name), Binding.Atom),
            ExprKind.Sum => Sum(e.Children().Select(term => Text(term, depth - 1))),
            ExprKind.Product => Product(
                e.Child(0).Kind == ExprKind.Number ? e.Child(0).Number : Rational.One,
                e.Children().Where(factor => factor.Kind != ExprKind.Number).Select(factor => factor.Kind == ExprKind.Power
                    ? (Text(factor.Child(0), depth - 1), factor.Exponent)
                    : (Text(factor, depth - 1), Rational.One))),
            ExprKind.Power => Power(Text(e.Child(0), depth - 1), e.Exponent),
            ExprKind.Function => Application(e, depth),
            _ => throw new InvalidOperationException($"Unknown kind {e.Kind}."),
        };
    }

    private static ((string, Binding), Rational) Factor(FactoredForm form, int depth) => form is FactoredForm.Power power
        ? (Text(power.Radix, depth), power.Exponent)
        : (Text(form, depth), Rational.One);

    private static string Letter(string name) => Array.IndexOf(GreekNames, name.TrimStart('\\')) is >= 0 and var index && name[0] == '\\' ? GreekLetters[index..(index + 1)] : name;

    private static (string, Binding) Number(Rational value)
    {
        var text = Of(value);
        return (text, value.Sign >= 0 && !text.Contains('/', StringComparison.Ordinal) ? Binding.Atom : Binding.Product);
    }

    private static (string, Binding) Application(Expr e, int depth)
    {
        if (e.Function == StandardFunctions.Exp)
        {
            return ("e^" + Place(Text(e.Child(0), depth - 1), Binding.Atom), Binding.Power);
        }

        var name = e.Function.Name switch
        {
            "pi" => "π",
            "sigmoid" => "σ",
            "normal_density" => "φ",
            "normal_distribution" => "Φ",
            var other => other,
        };
        return (e.ChildCount == 0 ? name : $"{name}({string.Join(", ", e.Children().Select(child => Place(Text(child, depth - 1), Binding.Sum)))})", Binding.Atom);
    }

    private static (string, Binding) Sum(IEnumerable<(string Text, Binding Binding)> terms)
    {
        var text = "";
        List<(string Text, Binding Binding)> ordered = [.. terms];
        if (ordered[0].Text.StartsWith('−') && ordered[^1] is var last && !last.Text.StartsWith('−'))
        {
            ordered = [.. ordered[1..], ordered[0]]; // e^z − 1, not −1 + e^z
        }

        foreach (var term in ordered)
        {
            var piece = Place(term, Binding.Product);
            text += text.Length == 0 ? piece : piece.StartsWith('−') ? " − " + piece[1..] : " + " + piece;
        }

        return (text, Binding.Sum);
    }

    private static (string, Binding) Product(Rational coefficient, IEnumerable<((string Text, Binding Binding) Radix, Rational Exponent)> factors)
    {
        var (above, below) = (new List<string>(), new List<string>());
        foreach (var (radix, exponent) in factors)
        {
            (exponent.Sign < 0 ? below : above).Add(Place(Power(radix, Rational.Abs(exponent)), Binding.Power));
        }

        // The denominator of a fraction goes below the others, unless there are none or the number is a decimal.
        var size = Rational.Abs(coefficient);
        if (below.Count > 0 && Of(size).Contains('/', StringComparison.Ordinal))
        {
            below.Insert(0, Of(new Rational(size.Denominator, 1)));
            size = new Rational(size.Numerator, 1);
        }

        if (!size.IsOne || above.Count == 0)
        {
            above.Insert(0, Of(size));
        }

        var bottom = string.Join('·', below);
        return (
            (coefficient.Sign < 0 ? "−" : "") + string.Join('·', above) + (below.Count == 0 ? "" : below.Count == 1 ? "/" + bottom : $"/({bottom})"),
            Binding.Product);
    }

    private static (string, Binding) Power((string Text, Binding Binding) radix, Rational exponent)
    {
        if (exponent.IsOne)
        {
            return radix;
        }

        if (exponent.Sign < 0)
        {
            return Product(Rational.One, [(radix, exponent)]);
        }

        var mark = exponent == 2 ? "²" : exponent == 3 ? "³" : "^" + Place(Number(exponent), Binding.Atom);
        return exponent == new Rational(1, 2)
            ? ("√" + Place(radix, Binding.Atom), Binding.Power)
            : (Place(radix, Binding.Atom) + mark, Binding.Power);
    }
}
