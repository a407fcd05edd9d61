using System.Numerics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Why a step holds.</summary>
public enum Reason
{
    /// <summary>What is asked.</summary>
    Question,

    /// <summary>The definition of a quantity of the network.</summary>
    Definition,

    /// <summary>The chain rule over the quantities of a path.</summary>
    ChainRule,

    /// <summary>A local derivative worked out.</summary>
    LocalDerivative,

    /// <summary>An error signal in terms of the one before it.</summary>
    ErrorSignal,

    /// <summary>A derivative put together from the error signal and local derivatives.</summary>
    Assembly,

    /// <summary>The contributions of all paths add up to the whole.</summary>
    SumOverPaths,

    /// <summary>The derivative of an activation function written out.</summary>
    ClosedForm,

    /// <summary>A product differentiated factor by factor, each over the quantities in it.</summary>
    ProductRule,

    /// <summary>Everything put in.</summary>
    Substitution,
}

/// <summary>A statement with the reason for it.</summary>
/// <param name="Statement">What is claimed.</param>
/// <param name="Reason">Why it holds.</param>
public sealed record Step(Statement Statement, Reason Reason)
{
    /// <summary>What given quantities have to fulfil for the step to hold, or null for nothing.</summary>
    public Statement? Given { get; init; }

    /// <summary>Whether the step follows from the one before it, and is written with ⇒.</summary>
    public bool Follows { get; init; }
}

/// <summary>What a section of a derivation is about.</summary>
public enum SectionKind
{
    /// <summary>The definitions that the answer needs.</summary>
    Definitions,

    /// <summary>The derivatives of the loss, and of what it is added up from, by what their definitions use.</summary>
    LossFactors,

    /// <summary>The derivatives of activations by their weighted sums.</summary>
    ActivationFactors,

    /// <summary>The derivatives of weighted sums by what stands in them.</summary>
    SumFactors,

    /// <summary>The derivatives of quantities that equations define, by what stands in the definitions.</summary>
    QuantityFactors,

    /// <summary>The chain rule, where one path leads to the quantity.</summary>
    ChainRule,

    /// <summary>The error signals of the units between the loss and the quantity.</summary>
    ErrorSignals,

    /// <summary>The contribution of one of several paths.</summary>
    Path,

    /// <summary>The sum over all paths, collapsed into the error signal.</summary>
    SumOverPaths,

    /// <summary>A row of the Hessian times a vector.</summary>
    HessianRow,

    /// <summary>The first derivative in its short form, where the second is asked for.</summary>
    FirstDerivative,

    /// <summary>How quantities change with what is differentiated by again.</summary>
    QuantityChanges,

    /// <summary>How error signals change with it.</summary>
    SignalChanges,

    /// <summary>The first derivative differentiated.</summary>
    SecondDerivative,

    /// <summary>The derivatives of the activation functions, written out.</summary>
    ActivationDerivatives,

    /// <summary>The whole derivative with everything put in.</summary>
    Result,
}

/// <summary>A part of a derivation with a heading of its own.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Steps">Its steps in reading order.</param>
public sealed record Section(SectionKind Kind, IReadOnlyList<Step> Steps)
{
    /// <summary>The number of the path that a section of the kind <see cref="SectionKind.Path"/> is about.</summary>
    public int? PathNumber { get; init; }

    /// <summary>Error signals that the section uses and an earlier derivation of the same sheet has introduced.</summary>
    public IReadOnlyList<Formula> Recalled { get; init; } = [];
}

/// <summary>The answer to one question, as a rule ∂loss/∂target, step by step.</summary>
/// <param name="Target">The quantity that the loss is differentiated by.</param>
/// <param name="Question">The question as a statement.</param>
/// <param name="Sections">The sections in reading order.</param>
/// <param name="Paths">The paths from the loss to the target that are told one by one; empty where they are too many.</param>
/// <param name="PathCount">The number of all paths.</param>
public sealed partial record Derivation(
    Symbol Target,
    Statement Question,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<DependencyPath> Paths,
    BigInteger PathCount)
{
    /// <summary>What is differentiated.</summary>
    public Symbol Of { get; init; } = Symbol.Loss;

    /// <summary>What the derivative is differentiated by once more, or null where the first derivative is asked for.</summary>
    public Symbol? Again { get; init; }

    /// <summary>Whether the derivative is differentiated once more in the direction of a vector with a component for each parameter.</summary>
    public bool IsDirectional { get; init; }

    /// <summary>Whether functions of several pieces are in it, and the second derivative need not exist where these meet.</summary>
    public bool HasBorders { get; init; }

    /// <summary>Whether its paths are few enough to be followed, but part and join within a layer, so that only the error signals are.</summary>
    public bool IsGathered { get; init; }

    /// <summary>All steps in reading order, the question aside.</summary>
    public IEnumerable<Step> Steps => Sections.SelectMany(section => section.Steps);

    /// <summary>The functions whose derivatives stand in it.</summary>
    internal IEnumerable<FunctionSymbol> Differentiated =>
        Steps.SelectMany(step => step.Statement.Sides).SelectMany(side => side.WithParts()).OfType<Call>().Where(call => call.Primes > 0).Select(call => call.Function);
}
