using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>What a part of a <see cref="FoundDerivative"/> is about.</summary>
public enum FoundPart
{
    /// <summary>The formula of the function.</summary>
    Definition,

    /// <summary>The derivatives of parts of the formula.</summary>
    Parts,

    /// <summary>The derivatives of the formulas that hold on different parts of the real line.</summary>
    Pieces,

    /// <summary>The derivative of the function.</summary>
    Whole,
}

/// <summary>How the derivative of an activation function is found: from its formula over the rules of differentiation to the short form.</summary>
/// <param name="Activation">The function.</param>
/// <param name="Names">Its names in a model.</param>
/// <param name="Rule">The rule for the outermost operation of the formula, or null where there is none or where pieces have rules of their own.</param>
/// <param name="Parts">The steps in reading order.</param>
public sealed record FoundDerivative(
    Activation Activation,
    IReadOnlyList<FunctionSymbol> Names,
    DifferentiationRule? Rule,
    IReadOnlyList<(FoundPart Part, IReadOnlyList<Step> Steps)> Parts)
{
    /// <summary>Tells it for all functions of a model.</summary>
    internal static IEnumerable<FoundDerivative> Of(Model model) =>
        ActivationFunctions.Of(model).Select(function => Of(function.Activation, function.Names));

    private static FoundDerivative Of(Activation activation, IReadOnlyList<FunctionSymbol> names)
    {
        var f = new Call(names[0], 0, [Meaning.FreeArgument]);
        var definition = new Step(Statement.Equality(f, WrittenOut.Value(activation, Meaning.FreeArgument)), Reason.Definition);
        var prime = f with { Primes = 1 };
        var parts = activation.Pieces.SelectMany(piece => PartsOf(piece.Derivative)).Distinct().ToList();
        var pieces = activation.IsPiecewise ? activation.Pieces.SelectMany(DerivativeOf).ToList() : [];
        var whole = activation.IsPiecewise
            ? Chain(prime, [WrittenOut.ShortForm(activation, Meaning.FreeArgument, f)], Reason.ClosedForm)
            : Chain(prime, [.. RuleOf(activation.Derivative), WrittenOut.Derivative(activation, Meaning.FreeArgument), WrittenOut.ShortForm(activation, Meaning.FreeArgument, f)], Reason.ClosedForm);
        (FoundPart, IReadOnlyList<Step>)[] all = [(FoundPart.Definition, [definition]), (FoundPart.Parts, parts), (FoundPart.Pieces, pieces), (FoundPart.Whole, [whole])];
        return new FoundDerivative(
            activation,
            names,
            activation.IsPiecewise || IsFunctionOfArgument(activation.Derivative) ? null : WholeOf(activation.Derivative)?.Rule,
            [.. all.Where(part => part.Item2.Count > 0)]);
    }

    // The derivative of sin z is known, and no rule leads to it.
    private static bool IsFunctionOfArgument(ClosedForm form) => form.Formula.Kind == Expressions.ExprKind.Function && form.Formula.Children().All(child => child == form.Argument);

    // The derivatives of what the rule for the whole takes apart.
    private static IEnumerable<Step> PartsOf(ClosedForm form) => form.Steps
        .Where(step => step.Differentiated is not null && step.Differentiated != form.Formula)
        .Select(step => new Step(Statement.Equality(Differential(form, step), Written(step.Right, form)), Reason.LocalDerivative));

    private static IEnumerable<Step> DerivativeOf(ActivationPiece piece)
    {
        var form = piece.Derivative;
        return WholeOf(form) is { } whole
            ? [Chain(Differential(form, whole), [Written(whole.Right, form), WrittenOut.ShortForm(piece, Meaning.FreeArgument)], Reason.LocalDerivative)]
            : [];
    }

    private static IEnumerable<Formula> RuleOf(ClosedForm form) => WholeOf(form) is { } whole ? [Written(whole.Right, form)] : [];

    private static ClosedFormStep? WholeOf(ClosedForm form) => form.Steps.FirstOrDefault(step => step.Differentiated == form.Formula);

    private static Derivative Differential(ClosedForm form, ClosedFormStep step) =>
        new(step.Differentiated!.Value.ToFormula(variable => NameOf(form, variable)), Meaning.FreeArgument);

    private static Formula Written(FactoredForm right, ClosedForm form) => right.ToFormula(variable => NameOf(form, variable));

    private static Symbol NameOf(ClosedForm form, Expressions.Expr variable) =>
        variable == form.Argument ? Meaning.FreeArgument : Symbol.Named(variable.Name);

    // What is written alike is not written twice.
    private static Step Chain(Formula first, Formula[] sides, Reason reason) =>
        new(Statement.Equality(first, sides.Where((side, i) => i == 0 || side != sides[i - 1])), reason);
}
