using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>∂v/∂u worked out where the definition of v uses u.</summary>
internal sealed class LocalDerivatives(Model model, Meaning meaning)
{
    private readonly OwnForms own = new(model, meaning);
    private readonly JointForms joint = new(model, meaning);

    /// <summary>f′(z) for a function with a name in the model, f(1 − f) and the like for one of a whole layer, branch by branch for cases.</summary>
    public Formula Of(Variable of, Variable by)
    {
        if (of.Definition is Call { Arguments: [Symbol argument] } call && model.Functions.ContainsKey(call.Function) && model.Resolve(model[argument]) == by)
        {
            return call with { Primes = call.Primes + 1 };
        }

        if (Jacobian(of, by) is { } entry)
        {
            return entry.Value;
        }

        var plain = ByRules(of, by);
        return model.HasLayers || IsInPieces(of.Definition!) || plain.WithParts().Contains(of.Symbol) ? plain : own.Of(of, by).Prepend(plain).MinBy(form => form.SymbolsIn())!;
    }

    private Formula ByRules(Variable of, Variable by) =>
        of.Definition is Call { Primes: 0, Arguments: [var inside] } && of.Node.Definition is { Kind: ExprKind.Function, ChildCount: 1 } value
            ? Formula.ProductOf(Outer(of, value), ByBranches(inside, by))
            : IsInPieces(of.Definition!) ? ByBranches(of.Definition!, by) : Written(meaning.Partial(of, by));

    /// <summary>What a formula contributes to its derivative by a quantity that stands in it, with all others held fixed.</summary>
    public Formula Of(Formula formula, Variable by) => ByBranches(formula, by);

    // Functions state their derivatives in terms of their values: that of h = tanh u is 1 − h².
    private Formula Outer(Variable of, Expr value) => Written(value.Function.Partials[0]([value.Child(0)], of.Node));

    /// <summary>The same with 1{i = j} in it where that makes the derivatives by all units of a layer alike, or null where nothing does.</summary>
    public Formula? ForAnyUnit(Variable of, Variable by) => Jacobian(of, by)?.ForAny;

    private NamedJacobian? Jacobian(Variable of, Variable by)
    {
        if (!model.HasLayers)
        {
            return joint.Of(of, by);
        }

        if (of.Symbol is not { Role: Role.Activation, Layer: { } layer } || by.Symbol.Role != Role.PreActivation || by.Symbol.Layer != layer || by.Symbol.Sample != of.Symbol.Sample
            || model.VectorFunctions.GetValueOrDefault(layer)?.Jacobian is not { } form)
        {
            return null;
        }

        var other = of.Symbol with { Indices = by.Symbol.Indices };
        var same = new KroneckerDelta(of.Symbol.Indices[0], by.Symbol.Indices[0]);
        return NamedJacobian.OfLayer(form, of.Symbol, other, same);
    }

    // Between the borders of cases each branch is differentiated by itself.
    private Formula ByBranches(Formula formula, Variable by) => formula switch
    {
        _ when !IsInPieces(formula) => Written(meaning.Partial(formula, by)),
        Cases cases when cases.Branches.All(branch => IsFree(branch.Value, by)) => Literal.Zero,
        Cases cases => new Cases(cases.Branches.Select(branch => branch with { Value = ByBranches(branch.Value, by) }).ToEquatableList()),
        Call { Arguments: [var first, var second] } call when IsGreater(call) => ByBranches(Greater(first, second), by),
        Power { Exponent: Literal { Value: var exponent } } power => Formula.ProductOf(power.Exponent, Transcription.Power(power.Base, exponent - 1), ByBranches(power.Base, by)),
        Sum sum => Formula.SumOf(sum.Terms.Select(term => ByBranches(term, by))),
        Negative negative => -ByBranches(negative.Body, by),
        Product product when product.Factors.Count(factor => !IsFree(factor, by)) == 1 => Formula.ProductOf(product.Factors.Select(factor => IsFree(factor, by) ? factor : ByBranches(factor, by))),
        _ => Written(meaning.Partial(formula, by)),
    };

    private static bool IsInPieces(Formula formula) => formula.WithParts().Any(part => part is Cases || (part is Call call && IsGreater(call)));

    private static bool IsGreater(Call call) => call.Function == new FunctionSymbol(StandardFunctions.Max.Name, null);

    // Of a number and a quantity, the condition is about the quantity. Of two that are equal, the second counts as the greater one.
    private static Cases Greater(Formula first, Formula second) => second is Literal or Negative { Body: Literal }
        ? new Cases([new Branch(second, new Condition(first) { High = second, IncludesHigh = true }), new Branch(first, new Condition(first) { Low = second })])
        : new Cases([new Branch(first, new Condition(second) { High = first }), new Branch(second, new Condition(second) { Low = first, IncludesLow = true })]);

    private bool IsFree(Formula formula, Variable by) =>
        !formula.WithParts().OfType<Symbol>().Any(symbol => model.TryFind(symbol, out var variable) && model.Resolve(variable) == by);

    private Formula Written(Expr derivative) => IsHiddenZero(derivative) ? Literal.Zero : derivative.ToFormula(node => model.Of(node).Symbol).Rewrite(StepInCases);

    private static Cases? StepInCases(Formula part) => part is Call { Function: { Layer: null, Name: var name }, Arguments: [var argument] } && name == StandardFunctions.Step.Name
        ? new Cases([new Branch(Literal.Zero, new Condition(argument) { High = Literal.Zero, IncludesHigh = true }), new Branch(Literal.One, new Condition(argument) { Low = Literal.Zero })])
        : null;

    // The rules alone do not see that |u|/u, the derivative of |u|, does not change.
    private static bool IsHiddenZero(Expr derivative) => !derivative.IsZero
        && NodeSet.Below([derivative], throughDefinitions: false).Nodes.Any(node => node.Kind == ExprKind.Function && node.Function == StandardFunctions.Abs)
        && Identity.Compare(derivative, derivative.Graph.Zero).Holds;
}
