using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Languages;

/// <summary>All sentences of a sheet in one language. A language is one class and one line in <see cref="All"/>.</summary>
public abstract class Language
{
    /// <summary>All languages.</summary>
    public static IReadOnlyList<Language> All => [English.Instance, Persian.Instance];

    /// <summary>The code, such as <c>en</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Whether its sentences run from right to left. Mathematics does not.</summary>
    public virtual bool IsRightToLeft => false;

    /// <summary>The digits that numbers in its sentences can have, the usual ones first.</summary>
    public virtual IReadOnlyList<DigitSet> DigitSets => [DigitSet.Latin];

    /// <summary>The title of a sheet that has none of its own.</summary>
    internal abstract string DefaultTitle { get; }

    /// <summary>The words that stand in formulas.</summary>
    internal abstract FormulaWords FormulaWords { get; }

    /// <summary>What a web page says beside its sentences.</summary>
    internal abstract PageWords PageWords { get; }

    /// <summary>What LaTeX needs to set it.</summary>
    /// <param name="digits">The digits of the sheet.</param>
    internal virtual LatexSetup LatexIn(DigitSet digits) => LatexSetup.Latin;

    /// <summary>Whether the fonts of its sheets have a character that those of other languages lack.</summary>
    internal virtual bool HasLetter(char character) => false;

    /// <summary>The language with a code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Language Named(string code) =>
        All.FirstOrDefault(language => language.Code == code) ?? throw new ArgumentException($"There is no language '{code}'.", nameof(code));

    /// <summary>The heading over the description of the network.</summary>
    internal abstract Prose NetworkHeading { get; }

    /// <summary>The heading over a model that equations give.</summary>
    internal abstract Prose ModelHeading { get; }

    /// <summary>Leads over to the equations of a model.</summary>
    internal abstract Prose EquationsIntroduced { get; }

    /// <summary>What the network consists of.</summary>
    internal abstract Prose Describe(Network network);

    /// <summary>What stands under the picture of the network.</summary>
    /// <param name="figure">The number of the picture.</param>
    internal abstract Prose NetworkCaption(int figure);

    /// <summary>What stands under a picture of the paths from the loss to a quantity.</summary>
    /// <param name="figure">The number of the picture.</param>
    /// <param name="target">The quantity.</param>
    /// <param name="colors">The colours of the paths in order, at least one.</param>
    internal abstract Prose PathsCaption(int figure, Symbol target, IReadOnlyList<PathColor> colors);

    /// <summary>What the symbols of the sheet mean.</summary>
    /// <param name="notation">How it is written, and what δ stands for.</param>
    /// <param name="model">The model, which may have functions of units or of whole layers only.</param>
    internal abstract Prose Conventions(Notation notation, Model model);

    /// <summary>What δ of a unit is.</summary>
    private protected static Statement SignalOf(Notation notation, Model model, Formulas.Index layer, Formulas.Index unit)
    {
        var delta = Symbol.Delta(layer, unit) with { Sample = notation.Delta == DeltaConvention.OfSample && model.SampleCount > 0 ? Formulas.Index.Of("s") : null };
        return Statement.Equality(delta, new Naming(model, notation.Delta).WhatDeltaIs(delta));
    }

    /// <summary>The derivative that is written with d before a quantity of a unit which δ is not by, and what it is of.</summary>
    private protected static Derivative OtherOf(Derivative signal) =>
        signal with { By = (Symbol)signal.By is { Role: Role.Activation } a ? a with { Role = Role.PreActivation } : (Symbol)signal.By with { Role = Role.Activation } };

    /// <summary>Says that a question is written in another notation than what stands before it, and what its symbols mean.</summary>
    /// <param name="notation">The notation.</param>
    /// <param name="model">The model.</param>
    internal abstract Prose NotationChanged(Notation notation, Model model);

    /// <summary>What the symbols for whole layers mean, and the signs between them.</summary>
    /// <param name="notation">How they are laid out.</param>
    /// <param name="model">The model, which may have several samples and functions of whole layers.</param>
    internal abstract Prose WholeLayers(Notation notation, Model model);

    /// <summary>Says before the equations of activation functions that they were worked out from the formulas.</summary>
    internal abstract Prose ActivationsIntroduced { get; }

    /// <summary>Leads over to what functions are that the formulas of activation functions make use of.</summary>
    internal abstract Prose FunctionsMentioned { get; }

    /// <summary>Says what derivative a function has where its one-sided derivatives differ.</summary>
    internal abstract Prose Kink(FunctionSymbol function, Kink kink);

    /// <summary>Says that where the formulas of a function change there may be no second derivative.</summary>
    internal abstract Prose Borders { get; }

    /// <summary>Says what R{·} is.</summary>
    /// <param name="v">The vector with a component for each parameter.</param>
    /// <param name="isOfWeights">Whether the parameters are weights and biases.</param>
    /// <param name="components">Its components: for any weight and any bias, or one by one.</param>
    /// <param name="u">Any quantity.</param>
    /// <param name="change">What that changes by in the direction of the vector.</param>
    internal abstract Prose Direction(Formula v, bool isOfWeights, IReadOnlyList<Formula> components, Formula u, Formula change);

    /// <summary>Says that some letters of activation functions are parameters.</summary>
    internal abstract Prose Parameters(IReadOnlyList<Symbol> parameters);

    /// <summary>Which of the letters of equations are learned.</summary>
    internal abstract Prose Learned(IReadOnlyList<Symbol> parameters);

    /// <summary>The heading over the activation functions.</summary>
    internal abstract Prose ActivationsHeading { get; }

    /// <summary>The heading of a question.</summary>
    internal abstract Prose QuestionHeading(int number, Formula derivative);

    /// <summary>The heading of a section of a derivation.</summary>
    internal abstract Prose SectionHeading(Section section);

    /// <summary>What a section begins with, or null for nothing.</summary>
    internal abstract Prose? SectionIntroduced(Section section, Derivation derivation);

    /// <summary>Points back to equations in which error signals were introduced.</summary>
    internal abstract Prose Recalled(IReadOnlyList<(Formula Signal, int Equation)> signals);

    /// <summary>How quantities of several samples are told apart, and how their losses make one.</summary>
    internal abstract Prose Describe(Samples samples);

    /// <summary>Leads over to what holds because given quantities fulfil something.</summary>
    internal abstract Prose Given(Statement given);

    /// <summary>The loss does not depend on the quantity at all.</summary>
    internal abstract Prose Independent(Derivation derivation);

    /// <summary>The heading over the end of a sheet, which shows how the derivatives of activation functions are found.</summary>
    internal abstract Prose FoundDerivativesHeading { get; }

    /// <summary>The heading over what is said of one activation function.</summary>
    internal abstract Prose FunctionHeading(Activation activation, IReadOnlyList<FunctionSymbol> names);

    /// <summary>What a part of the way to a derivative begins with.</summary>
    internal abstract Prose FoundPartIntroduced(FoundPart part, FoundDerivative found);

    /// <summary>The heading over what is worked with numbers.</summary>
    internal abstract Prose NumbersHeading { get; }

    /// <summary>The heading over a part of what is worked with numbers.</summary>
    internal abstract Prose HeadingOf(NumberPart part);

    /// <summary>Says which numbers are given, and how those that are computed are rounded.</summary>
    /// <param name="given">What is given; empty where it is too much to list.</param>
    /// <param name="digits">The digits that are shown.</param>
    internal abstract Prose NumbersIntroduced(IReadOnlyList<Statement> given, DigitsShown digits);

    /// <summary>Says that in some equations the numbers as printed do not give the last digit of the result.</summary>
    internal abstract Prose RoundingsNoted(IReadOnlyList<int> equations);

    /// <summary>Says that the numbers of some equations are known to fewer digits, so near to a border, such as 1, are the values that they are made of.</summary>
    internal abstract Prose SaturationNoted(IReadOnlyList<int> equations);

    /// <summary>Says how parameters are updated.</summary>
    /// <param name="step">The rule.</param>
    /// <param name="updatesBiases">Whether biases are updated too.</param>
    internal abstract Prose UpdateIntroduced(Statement step, bool updatesBiases);

    /// <summary>Says that training went no further, because numbers grew without bound.</summary>
    internal abstract Prose TrainingDiverged(int epoch);

    /// <summary>What stands over a column of a table.</summary>
    internal abstract Prose ColumnHeading(NumberColumn column);

    /// <summary>The line of self-audit at the end of a sheet.</summary>
    /// <param name="proved">How many equalities were proved.</param>
    /// <param name="tested">How many were only tested.</param>
    /// <param name="largestError">The largest error of a gradient against finite differences, or null where none was taken.</param>
    /// <param name="largestSecondError">The largest error of a second derivative against finite differences of the first, or null where none was taken.</param>
    internal abstract Prose Audit(int proved, int tested, double? largestError, double? largestSecondError);

    /// <summary>The loss of a sample.</summary>
    protected static Symbol SampleLoss => new(Role.DataLoss, null, []) { Sample = Index.Of("s") };

    /// <summary>The way a path takes, as a formula.</summary>
    protected static Statement Course(DependencyPath path) => new(
        path.From.Symbol,
        path.Nodes.Skip(1).Select(node => new Link(Relation.LeadsTo, node.Symbol)).ToEquatableList());

    /// <summary>A small number rounded up to a power of ten, as a formula: 10^{-9} stands for anything up to it.</summary>
    protected static Formula Scientific(double value)
    {
        var exponent = value <= 0 ? -16 : (int)Math.Ceiling(Math.Log10(value));
        return new Power(new Literal(10), new Rational(exponent, 1).ToFormula());
    }

    /// <summary>A derivative at a kink, as a formula.</summary>
    protected static Formula ValueOf(Expr derivative) => derivative.ToFormula(parameter => Symbol.Named(parameter.Name));

    /// <summary>The name of a path, as a formula.</summary>
    protected static Symbol NameOf(int path) => Symbol.Named("P", path);
}
