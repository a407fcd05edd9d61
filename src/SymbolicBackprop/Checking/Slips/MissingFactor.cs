using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>f′ is missing, as f′(z) or as ∂a/∂z.</summary>
    public static Slip DerivativeMissing { get; } = new(
        "derivative-missing",
        "the derivative of the activation function is missing",
        Inserting(vocabulary =>
        [
            .. vocabulary.FunctionDerivatives,
            .. vocabulary.PreActivations.Select(z => new Derivative(z with { Role = Role.Activation }, z)),
        ]));

    /// <summary>A weight is missing, as w or as ∂z/∂a.</summary>
    public static Slip WeightMissing { get; } = new(
        "weight-missing",
        "a weight is missing",
        Inserting(vocabulary =>
        [
            .. vocabulary.Weights,
            .. vocabulary.Weights.Select(w => new Derivative(Symbol.PreActivation(w.Layer!.Value, w.Indices[1]), Vocabulary.ActivationOf(Vocabulary.Below(w.Layer!.Value), w.Indices[0]))),
        ]));

    /// <summary>The factor of the error is missing: δ, y − ŷ or ∂loss/∂a.</summary>
    public static Slip ErrorMissing { get; } = new(
        "error-missing",
        "the factor of the error is missing",
        Inserting(vocabulary =>
        [
            .. vocabulary.Deltas,
            .. vocabulary.Differences,
            .. vocabulary.Activations.Where(a => a.Role == Role.Activation).Concat(vocabulary.Intermediate).Select(a => new Derivative(Symbol.Loss, a)),
        ]));

    /// <summary>What a weight multiplies is missing: an activation or an input, also as ∂z/∂w.</summary>
    public static Slip InputMissing { get; } = new(
        "input-missing",
        "the activation that the weight multiplies is missing",
        Inserting(vocabulary =>
        [
            .. vocabulary.Activations,
            .. vocabulary.Weights.Select(w => new Derivative(Symbol.PreActivation(w.Layer!.Value, w.Indices[1]), w)),
        ]));

    // Among derivatives in Leibniz's form what is missing is one too.
    private static Func<Site, Vocabulary, IEnumerable<Formula>> Inserting(Func<Vocabulary, IEnumerable<Formula>> factors) =>
        (site, vocabulary) => site is { Kind: SiteKind.Term, Node: not Negative }
            ? factors(vocabulary)
                .Where(factor => site.MayBecome(vocabulary.Values.Of(site.Node) * vocabulary.Values.Of(factor)))
                .OrderByDescending(factor => (factor is Derivative) == Factors.Of(site.Node).Any(other => other is Derivative))
                .Select(factor => Factors.Insert(site.Node, factor))
            : [];
}
