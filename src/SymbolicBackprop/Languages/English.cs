using System.Globalization;
using System.Numerics;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Languages;

/// <summary>English.</summary>
internal sealed class English : Language
{
    private static readonly string[] Ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];

    public static English Instance { get; } = new();

    public override string Code => "en";

    internal override string DefaultTitle => "Backpropagation";

    internal override FormulaWords FormulaWords => FormulaWords.English;

    internal override PageWords PageWords { get; } = new("proved", "tested", "Copy the LaTeX");

    internal override Prose NetworkHeading => Prose.Of($"The network");

    internal override Prose ModelHeading => Prose.Of($"The model");

    internal override Prose EquationsIntroduced => Prose.Of($"The model is given by its equations:");

    internal override Prose ActivationsHeading => Prose.Of($"The activation functions");

    internal override Prose ActivationsIntroduced => Prose.Of($"The derivatives are worked out from the functions’ formulas and expressed through the functions themselves:");

    internal override Prose FunctionsMentioned => Prose.Of($"The other functions in these formulas are");

    internal override Prose Kink(FunctionSymbol function, Kink kink) =>
        Prose.Of($"Where {Meaning.FreeArgument} is {kink.At.ToFormula()}, the derivative of {new Call(function, 0, [])} jumps from {ValueOf(kink.Left)} to {ValueOf(kink.Right)}; {ValueOf(kink.Derivative)} is used there.");

    internal override Prose Borders => Prose.Of($"Where two pieces of a function meet, there may be no second derivative; the formulas hold between such points.");

    internal override Prose Direction(Formula v, bool isOfWeights, IReadOnlyList<Formula> components, Formula u, Formula change) =>
        Prose.Of($"The vector {v} has a component for each {(isOfWeights ? "weight and each bias" : "parameter")}, {Prose.List([.. components.Select(component => Prose.Of($"{component}"))], ", ", " and ")}. What a quantity {u} changes by in the direction of {v} is {change}: the sum of its derivatives by all {(isOfWeights ? "weights and biases" : "parameters")}, each times its component of {v}. This is the operator of Pearlmutter (1994); applied to the gradient it gives the Hessian times {v}, in two passes and without the Hessian.");

    internal override Prose Parameters(IReadOnlyList<Symbol> parameters)
    {
        var letters = Prose.List([.. parameters.Select(symbol => Prose.Of($"{symbol}"))], ", ", " and ");
        return parameters.Count == 1 ? Prose.Of($"The letter {letters} stands for a given number.") : Prose.Of($"The letters {letters} stand for given numbers.");
    }

    internal override Prose Learned(IReadOnlyList<Symbol> parameters)
    {
        var letters = Prose.List([.. parameters.Select(symbol => Prose.Of($"{symbol}"))], ", ", " and ");
        return parameters.Count == 1 ? Prose.Of($"The parameter, which is learned, is {letters}.") : Prose.Of($"The parameters, which are learned, are {letters}.");
    }

    internal override Prose Describe(Network network)
    {
        var layers = network.Layers.Select((layer, l) => Prose.Of($"{Count(layer.Units, "unit")} with the activation function {NameOf(layer.Activation, l + 1)}")).ToList();
        return Prose.Of($"The network has {Count(network.Inputs, "input")} and {Count(network.Layers.Count, "layer")}: {Prose.List(layers, ", then ", ", and then ")}.");
    }

    internal override Prose NetworkCaption(int figure) => Prose.Of($"Figure {figure}. The network.");

    internal override Prose PathsCaption(int figure, Symbol target, IReadOnlyList<PathColor> colors)
    {
        var paths = colors.Select((color, k) => Prose.Of($"{NameOf(k + 1)} in {NameOf(color)}")).ToList();
        return colors.Count == 1
            ? Prose.Of($"Figure {figure}. The path from {Symbol.Loss} to {target}, in {NameOf(colors[0])}.")
            : Prose.Of($"Figure {figure}. The paths from {Symbol.Loss} to {target}: {Prose.List(paths, ", ", " and ")}.");
    }

    internal override Prose Conventions(Notation notation, Model model)
    {
        var (l, i, j) = (Index.Of("l"), Index.Of("i"), Index.Of("j"));
        var (layer, z, a) = (Symbol.Named("l"), Symbol.PreActivation(l, j), Symbol.Activation(l, j));
        var activation = model.Functions.Count == 0 ? new Statement(a, []) : Statement.Equality(a, new Call(FunctionSymbol.OfLayer(l), 0, [z]));
        var signal = SignalOf(notation, model, l, j);
        return Prose.Of($"The weight {Symbol.Weight(l, i, j)} leads from unit {Symbol.Named("i")} of layer {Formula.SumOf(layer, -Literal.One)} to unit {Symbol.Named("j")} of layer {layer}; layer {Literal.Zero} holds the inputs {Symbol.Input(i)}. The weighted sum {z}, with the bias {Symbol.Bias(l, j)} in it, enters the unit, and the activation {activation} leaves it. The network’s output {Output(Role.Prediction)} is held against the target {Output(Role.Target)}. The error signal of the unit is {signal}.{Likewise(notation, signal, Symbol.Weight(l, i, j), Symbol.Bias(l, j))}");
    }

    // What else has a d before it, where δ is written so.
    private static Prose Likewise(Notation notation, Statement signal, Symbol w, Symbol b)
    {
        var other = OtherOf((Formulas.Derivative)signal.Links[0].Side);
        return notation.Derivatives == DerivativeStyle.Leibniz ? Prose.Of($"") : Prose.Of($" In the same way {new Formulas.Derivative(Symbol.Loss, w)} and {new Formulas.Derivative(Symbol.Loss, b)} are the derivatives of {Symbol.Loss} by {w} and {b}, and {other} is that of {other.Of} by {other.By}.");
    }

    internal override Prose NotationChanged(Notation notation, Model model) => Prose.Of($"From here on, another notation is used. {Conventions(notation, model)}");

    internal override Prose WholeLayers(Notation notation, Model model)
    {
        var isBatch = model.SampleCount > 0;
        var (l, i, j) = (Index.Of("l"), Index.Of("i"), Index.Of("j"));
        var (z, w, a) = (Symbol.Whole(Role.PreActivation, l, isBatch), Symbol.Whole(Role.Weight, l), Symbol.Whole(Role.Activation, l, isBatch));
        var (line, other) = notation.Vectors == VectorLayout.Columns ? ("column", "row") : ("row", "column");
        var (unit, sample) = (Symbol.PreActivation(l, j), Index.Of("s"));
        var vectors = isBatch
            ? Prose.Of($"{z} has a {line} for each sample, with {unit with { Sample = sample }} in {other} {Symbol.Named("j")} of it, and likewise for the other letters; {Symbol.Ones} is the column with a {Literal.One} for each sample;")
            : Prose.Of($"{z} is the {line} of all {unit}, and likewise for the other letters;");
        var whole = model.VectorFunctions.Count == 0 ? Prose.Of($"")
            : Prose.Of($", {Prose.List([.. model.VectorFunctions.Values.Select(function => Prose.Of($"{function.Name}")).Distinct()], ", ", " and ")} to each {line}");
        return Prose.Of($"Bold and capital letters stand for whole layers: {vectors} {w} is the matrix with {notation.Layout.WeightAt(w, i, j)} in row {Symbol.Named("i")} and column {Symbol.Named("j")}. A function is applied to each entry{whole}, {new Hadamard([a, z])} multiplies entry by entry, and {new Transpose(w)} has rows and columns exchanged. A derivative of the loss, also one written {new Nabla(a, Symbol.Loss)}, has the shape of what it is taken by. Rows × columns stand under the symbols.");
    }

    internal override Prose QuestionHeading(int number, Formula derivative) => Prose.Of($"Question {number}: {derivative}");

    internal override Prose SectionHeading(Section section) => section.Kind switch
    {
        SectionKind.Definitions => Prose.Of($"Definitions"),
        SectionKind.LossFactors => Prose.Of($"Derivative of the loss"),
        SectionKind.ActivationFactors => Prose.Of($"Derivatives of the activations"),
        SectionKind.SumFactors => Prose.Of($"Derivatives of the weighted sums"),
        SectionKind.QuantityFactors => Prose.Of($"Derivatives of the quantities"),
        SectionKind.ChainRule => Prose.Of($"Chain rule"),
        SectionKind.ErrorSignals => Prose.Of($"Error signals"),
        SectionKind.Path => Prose.Of($"{Ordinal(section.PathNumber!.Value)} path"),
        SectionKind.SumOverPaths => Prose.Of($"Sum over the paths"),
        SectionKind.HessianRow => Prose.Of($"A row of the Hessian"),
        SectionKind.FirstDerivative => Prose.Of($"First derivative"),
        SectionKind.QuantityChanges => Prose.Of($"How the quantities change"),
        SectionKind.SignalChanges => Prose.Of($"How the error signals change"),
        SectionKind.SecondDerivative => Prose.Of($"Second derivative"),
        SectionKind.ActivationDerivatives => Prose.Of($"Derivatives of the activation functions"),
        SectionKind.Result => Prose.Of($"Result"),
        _ => throw new InvalidOperationException($"Unknown section {section.Kind}."),
    };

    internal override Prose? SectionIntroduced(Section section, Derivation derivation)
    {
        var target = derivation.Target;
        var loss = derivation.Of;
        var again = derivation.Again ?? target;
        return section.Kind switch
        {
            SectionKind.Definitions => Prose.Of($"The quantities that the answer is made of are"),
            SectionKind.LossFactors => Prose.Of($"One rule after the other – sums term by term, powers by the power rule, and what stands within them by the chain rule – the loss gives"),
            SectionKind.ActivationFactors => Prose.Of($"An activation is a function of weighted sums, and its derivative is the function’s:"),
            SectionKind.SumFactors => Prose.Of($"Of a weighted sum, only the term matters that contains the quantity; the derivatives of all others are {Literal.Zero}:"),
            SectionKind.ChainRule when derivation.PathCount > 1 || target.IsWhole => Prose.Of($"With them, the derivative is"),
            SectionKind.ChainRule => Prose.Of($"One path leads from {loss} to {target}: {Course(derivation.Paths[0])}."),
            SectionKind.ErrorSignals when target.IsWhole => Prose.Of($"The error signals of the layers, from the outputs down:"),
            SectionKind.ErrorSignals when derivation.IsGathered =>
                Prose.Of($"{Number((int)derivation.PathCount)} paths lead from {loss} to {target}. The error signals gather them:"),
            SectionKind.ErrorSignals when derivation.Paths.Count == 0 && target.Role == Role.Named =>
                Prose.Of($"{Many(derivation.PathCount)} paths lead from {loss} to {target}, too many to write out one by one. The derivatives by what lies between gather them:"),
            SectionKind.ErrorSignals when derivation.Paths.Count == 0 =>
                Prose.Of($"{Many(derivation.PathCount)} paths lead from {loss} to {target}, too many to write out one by one. The error signals gather them layer by layer:"),
            SectionKind.ErrorSignals =>
                Prose.Of($"{Number(derivation.Paths.Count)} paths lead from {loss} to {target}. Each contributes a product of its own, marked with a bar and the name of the path; only their sum is the whole derivative."),
            SectionKind.Path => Prose.Of($"The path {NameOf(section.PathNumber!.Value)} runs {Course(derivation.Paths[section.PathNumber.Value - 1])}. Its share is"),
            SectionKind.SumOverPaths => Prose.Of($"The shares of all paths together make the whole:"),
            SectionKind.ActivationDerivatives => Prose.Of($"Written out, the derivatives that occur are"),
            SectionKind.QuantityFactors => Prose.Of($"Each definition is differentiated by itself, with all other quantities in it held fixed:"),
            SectionKind.HessianRow => Prose.Of($"What is asked for is the row of the Hessian that belongs to {target}, times the vector:"),
            SectionKind.QuantityChanges when derivation.IsDirectional => Prose.Of($"Upwards from the parameters, each quantity changes with those in its definition:"),
            SectionKind.SignalChanges when derivation.IsDirectional => Prose.Of($"Downwards from {loss}, each error signal changes by the product rule, factor by factor:"),
            SectionKind.SecondDerivative when derivation.IsDirectional => Prose.Of($"In the same way, the first derivative changes by"),
            SectionKind.Result when derivation.IsDirectional => Prose.Of($"With all of these changes put in:"),
            SectionKind.FirstDerivative => Prose.Of($"The derivative by {target}, in its short form:"),
            SectionKind.QuantityChanges => Prose.Of($"Upwards from {again}, each quantity changes with those in its definition:"),
            SectionKind.SignalChanges => Prose.Of($"Downwards from {loss}, each error signal is differentiated by {again} with the product rule, factor by factor:"),
            SectionKind.SecondDerivative => Prose.Of($"In the same way, the first derivative is differentiated by {again}:"),
            SectionKind.Result when derivation.Again is not null => Prose.Of($"With the derivatives by {again} put in:"),
            SectionKind.Result when target.Role == Role.Named => Prose.Of($"With everything put in:"),
            SectionKind.Result => Prose.Of($"With everything put in, down to the weighted sums {Symbol.Named("z")}:"),
            _ => throw new InvalidOperationException($"Unknown section {section.Kind}."),
        };
    }

    internal override Prose Recalled(IReadOnlyList<(Formula Signal, int Equation)> signals) =>
        Prose.Of($"Known already: {Prose.List([.. signals.Select(signal => Prose.Of($"{signal.Signal} from {new EquationReference(signal.Equation)}"))], ", ", " and ")}.");

    internal override Prose Describe(Samples samples)
    {
        var whole = samples.Reduction == Reduction.Mean ? Prose.Of($"mean") : Prose.Of($"sum");
        return Prose.Of($"There are {Count(samples.Count, "sample")}; the last mark on a quantity, a number in parentheses, tells to which one it belongs. The weights and biases are the same for all. The loss {Symbol.Loss} is the {whole} of the losses {SampleLoss} of the samples.");
    }

    internal override Prose Given(Statement given) => Prose.Of($"The targets fulfil {given}, and so");

    internal override Prose Independent(Derivation derivation) => Prose.Of($"{derivation.Of} does not depend on {derivation.Target}.");

    internal override Prose FoundDerivativesHeading => Prose.Of($"How the derivatives are found");

    internal override Prose FunctionHeading(Activation activation, IReadOnlyList<FunctionSymbol> names)
    {
        var list = Prose.List([.. names.Select(name => Prose.Of($"{new Call(name, 0, [])}"))], ", ", " and ");
        var functions = names.Count == 1 ? Prose.Of($"The function {list}") : Prose.Of($"The functions {list}");
        return activation.IsFormula ? functions : Prose.Of($"{functions} ({activation.Name})");
    }

    internal override Prose FoundPartIntroduced(FoundPart part, FoundDerivative found) => part switch
    {
        FoundPart.Definition => Prose.Of($"The function is"),
        FoundPart.Parts => Prose.Of($"First its parts:"),
        FoundPart.Pieces => Prose.Of($"Piece by piece, the derivatives are"),
        FoundPart.Whole => found.Rule switch
        {
            DifferentiationRule.Sum => Prose.Of($"Term by term, the derivative is"),
            DifferentiationRule.Product => Prose.Of($"The product rule gives"),
            DifferentiationRule.Quotient => Prose.Of($"The quotient rule gives"),
            DifferentiationRule.Power => Prose.Of($"The power rule gives"),
            DifferentiationRule.Chain => Prose.Of($"The chain rule gives"),
            null when found.Activation.IsPiecewise => Prose.Of($"So the derivative is"),
            null => Prose.Of($"Its derivative is"),
            _ => throw new InvalidOperationException($"Unknown rule {found.Rule}."),
        },
        _ => throw new InvalidOperationException($"Unknown part {part}."),
    };

    internal override Prose NumbersHeading => Prose.Of($"With numbers");

    internal override Prose HeadingOf(NumberPart part) => part switch
    {
        NumberPart.Forward => Prose.Of($"Forward pass"),
        NumberPart.Backward => Prose.Of($"Error signals"),
        NumberPart.Derivatives => Prose.Of($"Derivatives asked for"),
        NumberPart.Update => Prose.Of($"Update step"),
        NumberPart.Training => Prose.Of($"Training"),
        _ => throw new InvalidOperationException($"Unknown part {part}."),
    };

    internal override Prose NumbersIntroduced(IReadOnlyList<Statement> given, DigitsShown digits)
    {
        var list = Prose.List([.. given.Select(value => Prose.Of($"{value}"))], ", ", " and ");
        var start = given.Count == 0 ? Prose.Of($"Given are the values of the network file.") : Prose.Of($"Given are {list}.");
        var count = digits.AreSignificant ? Count(digits.Count, "significant digit") : Count(digits.Count, "decimal place");
        return Prose.Of($"{start} Everything is computed from unrounded numbers; what is printed is rounded to {count}, halves away from zero.");
    }

    internal override Prose RoundingsNoted(IReadOnlyList<int> equations) =>
        Prose.Of($"The numbers printed in {References(equations)} do not add up to the last digit: they are rounded, and the result is computed from unrounded ones.");

    internal override Prose SaturationNoted(IReadOnlyList<int> equations) =>
        Prose.Of($"In {References(equations)} a unit is saturated: its activation is so near to its limit that fewer digits of the result, or none, can be told from {Literal.Zero}.");

    internal override Prose UpdateIntroduced(Statement step, bool updatesBiases)
    {
        var biases = updatesBiases ? "" : " Biases stay as they are.";
        return Prose.Of($"All parameters are updated at once, each by {step} with the derivatives at the old ones.{biases}");
    }

    internal override Prose TrainingDiverged(int epoch) => Prose.Of($"In epoch {epoch} numbers grow without bound; the learning rate is too large.");

    internal override Prose ColumnHeading(NumberColumn column) => column switch
    {
        NumberColumn.Parameter => Prose.Of($"parameter"),
        NumberColumn.Old => Prose.Of($"old"),
        NumberColumn.Derivative => Prose.Of($"derivative"),
        NumberColumn.New => Prose.Of($"new"),
        NumberColumn.Epoch => Prose.Of($"epoch"),
        _ => throw new InvalidOperationException($"Unknown column {column}."),
    };

    private static Prose References(IReadOnlyList<int> equations) =>
        Prose.List([.. equations.Select(equation => Prose.Of($"{new EquationReference(equation)}"))], ", ", " and ");

    internal override Prose Audit(int proved, int tested, double? largestError, double? largestSecondError)
    {
        var equalities = tested == 0
            ? Prose.Of($"{Count(proved, "equality", "equalities")} on this sheet: all proved {Mark.Proved}")
            : Prose.Of($"{Count(proved + tested, "equality", "equalities")} on this sheet: {proved} proved {Mark.Proved}, {tested} tested at random points {Mark.Tested}");
        var first = largestError is { } error ? Prose.Of($" The derivatives asked for agree with finite differences of the loss up to {Scientific(error)}.") : Prose.Of($"");
        var second = largestSecondError is { } other ? Prose.Of($" The second derivatives agree with finite differences of the first ones up to {Scientific(other)}.") : Prose.Of($"");
        return Prose.Of($"{equalities}.{first}{second}");
    }

    // What has no name is called as its layer calls it; the formula may be too wide for running text.
    private static Prose NameOf(IActivation activation, int layer) =>
        activation.IsFormula ? Prose.Of($"{new Call(FunctionSymbol.OfLayer(layer), 0, [])}") : Prose.Of($"{activation.Name}");

    private static string NameOf(PathColor color) => color switch
    {
        PathColor.Blue => "blue",
        PathColor.Red => "red",
        PathColor.Green => "green",
        PathColor.Pink => "pink",
        PathColor.Orange => "orange",
        PathColor.LightBlue => "light blue",
        PathColor.Brown => "brown",
        PathColor.Violet => "violet",
        _ => throw new InvalidOperationException($"Unknown colour {color}."),
    };

    private static Symbol Output(Role role) => new(role, null, []);

    private static string Count(int count, string noun) => Count(count, noun, noun + "s");

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    internal static string Ordinal(int number) => number <= Ordinals.Length ? Ordinals[number - 1] : string.Create(CultureInfo.InvariantCulture, $"{number}{(number / 10 % 10, number % 10) switch
    {
        (not 1, 1) => "st",
        (not 1, 2) => "nd",
        (not 1, 3) => "rd",
        _ => "th",
    }}");

    // A count that nobody would read digit by digit is given by the power of ten below it.
    private static Prose Many(BigInteger count) => count < 1_000_000
        ? Prose.Of($"{(int)count}")
        : Prose.Of($"More than {new Power(new Literal(10), new Literal(count.ToString(CultureInfo.InvariantCulture).Length - 1))}");

    private static string Number(int count) => count switch
    {
        2 => "Two",
        3 => "Three",
        4 => "Four",
        5 => "Five",
        6 => "Six",
        7 => "Seven",
        8 => "Eight",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };
}
