using System.Collections.Immutable;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// The lines from a formula to its derivative: the rule for the outermost operation of the formula, with the derivatives of its
/// parts before it, and the equality with the short form at the end.
/// </summary>
internal sealed class DerivationOfForm
{
    private readonly Expr argument;
    private readonly List<Line> lines = [];

    private DerivationOfForm(Expr argument) => this.argument = argument;

    /// <summary>Writes the lines and compares both sides of each.</summary>
    /// <param name="function">The variable f with the formula as its definition.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="plain">The derivative that the sweep gives.</param>
    /// <param name="form">The short form, or the plain derivative spelled out.</param>
    public static ImmutableArray<ClosedFormStep> Of(Expr function, Expr argument, Expr plain, FactoredForm form)
    {
        var formula = function.Definition!.Value;
        var derivation = new DerivationOfForm(argument);
        derivation.lines.Add(new Line(DifferentiationRule.Definition, null, function, PlainArrangement.Of(formula, argument)));
        derivation.Differentiate(formula, plain);
        return [.. derivation.Compared(), .. Closing(argument, plain, form)];
    }

    /// <summary>The last line alone: the equality of the plain derivative and the form.</summary>
    public static ImmutableArray<ClosedFormStep> Closing(Expr argument, Expr plain, FactoredForm form)
    {
        var derivation = new DerivationOfForm(argument);
        derivation.lines.Add(new Line(DifferentiationRule.ClosedForm, null, plain, form));
        return derivation.Compared();
    }

    private static FactoredForm Whole(Expr expression) =>
        expression.Kind == ExprKind.Number ? new FactoredForm.Constant(expression.Number) : new FactoredForm.Quantity(expression);

    private static FactoredForm Times(params FactoredForm[] factors)
    {
        // Factors 1 are not written, and a factor 0 leaves nothing else.
        FactoredForm[] kept = [.. factors.Where(factor => factor is not FactoredForm.Constant { Value.IsOne: true })];
        return kept.FirstOrDefault(factor => factor is FactoredForm.Constant { Value.IsZero: true })
            ?? (kept.Length == 0 ? new FactoredForm.Constant(1) : kept.Length == 1 ? kept[0] : new FactoredForm.Product([.. kept]));
    }

    private static FactoredForm Plus(params FactoredForm[] terms)
    {
        FactoredForm[] kept = [.. terms.Where(term => term is not FactoredForm.Constant { Value.IsZero: true })];
        return kept.Length == 0 ? new FactoredForm.Constant(0) : kept.Length == 1 ? kept[0] : new FactoredForm.Sum([.. kept]);
    }

    private static FactoredForm ToThe(FactoredForm radix, Rational exponent) =>
        exponent.IsOne ? radix : exponent.IsZero ? new FactoredForm.Constant(1) : new FactoredForm.Power(radix, exponent);

    private static bool StartsWithMinus(Expr expression) => expression.Kind switch
    {
        ExprKind.Number => expression.Number.Sign < 0,
        ExprKind.Product => StartsWithMinus(expression.Child(0)),
        _ => false,
    };

    private Expr Derivative(Expr expression) => expression.Derivative(argument);

    private bool IsTrivial(Expr expression) => expression == argument || Derivative(expression).Kind == ExprKind.Number;

    // The lines of the parts whose derivative is not obvious, then the line of the whole.
    private void Differentiate(Expr whole, Expr derivative)
    {
        if (IsQuotient(whole) && Denominator(whole) is var (numerator, denominator))
        {
            Part(numerator);
            Part(denominator);
            var top = Plus(
                Times(Whole(Derivative(numerator)), Whole(denominator)),
                Times(new FactoredForm.Constant(-1), Whole(numerator), Whole(Derivative(denominator))));
            lines.Add(new Line(DifferentiationRule.Quotient, whole, derivative, Times(top, ToThe(Whole(denominator), -2))));
            return;
        }

        switch (whole.Kind)
        {
            case ExprKind.Sum:
                lines.Add(new Line(DifferentiationRule.Sum, whole, derivative, Plus([.. whole.Children().Select(Derivative).OrderBy(StartsWithMinus).Select(Whole)])));
                break;
            case ExprKind.Product:
                Expr[] factors = [.. whole.Children()];
                foreach (var factor in factors)
                {
                    Part(factor);
                }

                var terms = factors.Select((_, k) => Times([.. factors.Select((factor, other) => Whole(other == k ? Derivative(factor) : factor))]));
                lines.Add(new Line(DifferentiationRule.Product, whole, derivative, Plus([.. terms])));
                break;
            case ExprKind.Power:
                var radix = whole.Child(0);
                Part(radix);
                var power = Times(new FactoredForm.Constant(whole.Exponent), ToThe(Whole(radix), whole.Exponent - 1), Whole(Derivative(radix)));
                lines.Add(new Line(DifferentiationRule.Power, whole, derivative, power));
                break;
            case ExprKind.Function:
                foreach (var child in whole.Children())
                {
                    Part(child);
                }

                var partials = new int[whole.ChildCount];
                LocalDerivative.Fill(whole.Graph, whole.Id, partials);
                var chain = whole.Children().Select((child, k) => Times(Whole(new Expr(whole.Graph, partials[k])), Whole(Derivative(child))));
                lines.Add(new Line(DifferentiationRule.Chain, whole, derivative, Plus([.. chain])));
                break;
            default:
                break; // a number or a variable
        }
    }

    private void Part(Expr part)
    {
        if (!IsTrivial(part))
        {
            var rule = part.Kind switch
            {
                ExprKind.Sum => DifferentiationRule.Sum,
                ExprKind.Product => DifferentiationRule.Product,
                ExprKind.Power => DifferentiationRule.Power,
                _ => DifferentiationRule.Chain,
            };
            lines.Add(new Line(rule, part, Derivative(part), PlainArrangement.Of(Derivative(part), argument)));
        }
    }

    private static bool IsQuotient(Expr expression) =>
        expression.Kind == ExprKind.Product || (expression.Kind == ExprKind.Power && expression.Exponent == -1);

    // u and v of what is read as u/v, or null where nothing with the argument in it stands below the bar.
    private (Expr Numerator, Expr Denominator)? Denominator(Expr quotient)
    {
        var graph = quotient.Graph;
        var (above, below) = (graph.One, graph.One);
        foreach (var factor in quotient.Kind == ExprKind.Product ? quotient.Children() : [quotient])
        {
            if (factor.Kind == ExprKind.Power && factor.Exponent.Sign < 0 && !Derivative(factor).IsZero)
            {
                below *= factor.Child(0).Pow(-factor.Exponent);
            }
            else
            {
                above *= factor;
            }
        }

        return below.IsOne ? null : (above, below);
    }

    private ImmutableArray<ClosedFormStep> Compared()
    {
        var graph = argument.Graph;
        var verdicts = Identity.CompareAll([.. lines.Select(line => (line.Left, line.Right.In(graph)))]);
        return [.. lines.Select((line, i) => new ClosedFormStep(line.Rule, line.Differentiated, line.Left, line.Right, verdicts[i]))];
    }

    private readonly record struct Line(DifferentiationRule Rule, Expr? Differentiated, Expr Left, FactoredForm Right);
}
