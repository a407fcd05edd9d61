using System.Numerics;
using SymbolicBackprop.Derivations.Matrices;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Tells derivatives of the loss, or of another quantity, step by step.</summary>
internal sealed class DerivationBuilder
{
    private readonly Model model;
    private readonly DerivationOptions options;
    private readonly Dependencies dependencies;
    private readonly LocalDerivatives local;
    private readonly Chain chain;
    private readonly OnePathDerivation onePath;
    private readonly PathByPathDerivation pathByPath;
    private readonly LayerwiseDerivation layerwise;
    private readonly LocalFactors factors;
    private readonly Appendices appendices;
    private readonly Lazy<MatrixDerivation> matrices;
    private readonly Variable top;
    private readonly Symbol of;

    /// <param name="model">The model.</param>
    /// <param name="options">How derivations are told.</param>
    /// <param name="of">What is differentiated, by default the loss.</param>
    /// <param name="dependencies">Which quantities depend on which, where it is known already.</param>
    public DerivationBuilder(Model model, DerivationOptions options, Symbol? of = null, Dependencies? dependencies = null)
    {
        this.of = of ?? Symbol.Loss;
        this.model = model;
        this.options = options;
        this.dependencies = dependencies ??= new Dependencies(model);
        top = dependencies.Resolve(model[this.of]);
        Meaning = new Meaning(model, options.Delta).With(options.Layout);
        local = new LocalDerivatives(model, Meaning);
        chain = new Chain(dependencies, local);
        var signals = Signals = new ErrorSignals(model, dependencies, chain, options, top, this.of);
        onePath = new OnePathDerivation(chain, signals);
        pathByPath = new PathByPathDerivation(dependencies, chain, signals, top);
        layerwise = new LayerwiseDerivation(signals);
        factors = new LocalFactors(model, dependencies, chain, signals.InnerLetter);
        appendices = new Appendices(model, chain, new WrittenOut(model, dependencies));
        matrices = new Lazy<MatrixDerivation>(() => new MatrixDerivation(model, dependencies, Meaning, options.Delta));
    }

    /// <summary>What the formulas of the derivations mean, shares of paths aside.</summary>
    public Meaning Meaning { get; }

    /// <summary>The error signals of the model.</summary>
    public ErrorSignals Signals { get; }

    /// <summary>Derives ∂of/∂target, as a rule that of the loss.</summary>
    /// <param name="target">A quantity of the model, or those of a whole layer.</param>
    /// <param name="known">Error signals that have been introduced before, by default none; those that this derivation introduces are added.</param>
    /// <param name="detail">How much is told.</param>
    /// <exception cref="KeyNotFoundException">The model has no such quantity.</exception>
    public Derivation Derive(Symbol target, ISet<Formula>? known = null, Detail detail = Detail.Steps)
    {
        known ??= new HashSet<Formula>();
        if (target.IsWhole)
        {
            return matrices.Value.Derive(target, known, detail);
        }

        var variable = dependencies.Resolve(model[target]);
        var whole = new Derivative(of, variable.Symbol);
        var count = variable == top ? BigInteger.Zero : dependencies.CountPaths(top, variable);
        var paths = variable == top ? [] : dependencies.PathsFollowed(top, variable, Math.Max(options.MaxPaths, 1));
        IReadOnlyList<Section> told = paths.Count switch
        {
            _ when count.IsZero => [new Section(SectionKind.Result, [new Step(Statement.Equality(whole, variable == top ? Literal.One : Literal.Zero), Reason.ChainRule)])],
            0 => layerwise.Tell(whole, variable, known),
            _ when detail == Detail.Result => [],
            1 => onePath.Tell(whole, paths[0], known),
            _ => pathByPath.Tell(whole, variable, paths, known),
        };
        IReadOnlyList<Section> result = paths.Count > 0 ? [new Section(SectionKind.Result, [appendices.Result(whole, paths)])] : [];
        return new Derivation(variable.Symbol, Statement.Equality(whole, new Unknown()), Completed(told, result, variable, detail), paths, count) { Of = of, IsGathered = paths.Count == 0 && count <= options.MaxPaths };
    }

    /// <summary>Derives the Jacobian of the quantities of a whole layer by those of a lower one.</summary>
    /// <param name="upper">The weighted sums or activations of a layer, or the outputs.</param>
    /// <param name="lower">Those of a lower layer, or the inputs.</param>
    /// <param name="detail">How much is told.</param>
    public Derivation DeriveJacobian(Symbol upper, Symbol lower, Detail detail = Detail.Steps) =>
        new JacobianDerivation(model, dependencies, Meaning, local, matrices.Value).Derive(upper, lower, detail);

    /// <summary>Derives ∂²of/∂again∂target: the derivative by the target, differentiated once more.</summary>
    /// <param name="target">A quantity of the model.</param>
    /// <param name="again">A quantity of the model that does not depend on the target, unless it is the target.</param>
    /// <param name="known">What has been introduced before, by default nothing; what this derivation introduces is added.</param>
    /// <param name="detail">How much is told.</param>
    /// <exception cref="KeyNotFoundException">The model has no such quantity.</exception>
    public Derivation DeriveTwice(Symbol target, Symbol again, ISet<Formula>? known = null, Detail detail = Detail.Steps)
    {
        var second = dependencies.Resolve(model[again]);
        return DeriveTwice(target, Direction.Of(second), known, detail) with { Again = second.Symbol };
    }

    /// <summary>Derives R{∂of/∂target}, the component of the Hessian times a vector that belongs to the target.</summary>
    /// <param name="target">A quantity of the model, as a rule a parameter.</param>
    /// <param name="known">What has been introduced before, by default nothing; what this derivation introduces is added.</param>
    /// <param name="detail">How much is told.</param>
    /// <exception cref="KeyNotFoundException">The model has no such quantity.</exception>
    public Derivation DeriveAlongDirection(Symbol target, ISet<Formula>? known = null, Detail detail = Detail.Steps) =>
        DeriveTwice(target, Direction.OfParameters(model), known, detail) with { IsDirectional = true };

    private Derivation DeriveTwice(Symbol target, Direction direction, ISet<Formula>? known, Detail detail)
    {
        var variable = dependencies.Resolve(model[target]);
        var first = new Derivative(of, variable.Symbol);
        var whole = direction.NameOf(first);
        var count = variable == top ? BigInteger.Zero : dependencies.CountPaths(top, variable);
        IReadOnlyList<Section> told = count.IsZero
            ? [new Section(SectionKind.Result, [new Step(Statement.Equality(whole, Literal.Zero), Reason.ChainRule)])]
            : new SecondDerivation(model, Meaning, dependencies, chain, local, Signals, top, first, direction).Tell(known ?? new HashSet<Formula>(), detail);
        var sections = Completed([.. told.Where(section => section.Kind != SectionKind.Result)], [.. told.Where(section => section.Kind == SectionKind.Result)], variable, detail);
        return new Derivation(variable.Symbol, Statement.Equality(whole, new Unknown()), sections, [], count)
        {
            Of = of,
            HasBorders = NodeSet.Below([Meaning.Of(first)]).Nodes.Any(IsInPieces),
        };
    }

    private static bool IsInPieces(Expr node) => node.Kind == ExprKind.Function && (node.Function == StandardFunctions.Step || node.Function == StandardFunctions.Abs);

    // With the formulas that it makes use of around the story.
    private IReadOnlyList<Section> Completed(IReadOnlyList<Section> told, IReadOnlyList<Section> result, Variable variable, Detail detail)
    {
        List<Section> sections = [.. told];
        if (detail != Detail.Result)
        {
            sections.Add(new Section(SectionKind.ActivationDerivatives, appendices.WriteOutDerivatives(told)));
        }

        sections.AddRange(result);
        if (detail == Detail.Full)
        {
            sections.InsertRange(0, factors.Tell(top, variable));
        }

        if (detail != Detail.Result)
        {
            sections.Insert(0, new Section(SectionKind.Definitions, appendices.Definitions(sections)));
        }

        return [.. sections.Where(section => section.Steps.Count > 0 || section.Recalled.Count > 0)];
    }
}
