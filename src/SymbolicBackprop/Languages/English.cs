using System.Globalization;
using System.Numerics;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Sheets;

namespace SymbolicBackprop.Languages;

/// <summary>English.</summary>
internal sealed class English : Language
{
    private static readonly string[] Ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];

    public static English Instance { get; } = new();

    public override string Code => "en";

    internal override Prose NetworkHeading => Prose.Of($"The network");

    internal override Prose ActivationsHeading => Prose.Of($"The activation functions");

    internal override Prose ActivationsIntroduced => Prose.Of($"The derivatives are worked out from the functions’ formulas and expressed through the functions themselves:");

    internal override Prose Describe(Network network)
    {
        var layers = network.Layers.Select(layer => Prose.Of($"{Count(layer.Units, "unit")} with the activation function {layer.Activation.Name}")).ToList();
        var parameters = network.Layers.SelectMany(layer => layer.Activation.Parameters).Select(parameter => parameter.Name).Distinct().Select(name => Prose.Of($"{Symbol.Named(name)}")).ToList();
        var learned = parameters.Count switch
        {
            0 => Prose.Of($""),
            1 => Prose.Of($" The letter {parameters[0]} in them is a parameter of the network, as the weights are."),
            _ => Prose.Of($" The letters {Prose.List(parameters, ", ", " and ")} in them are parameters of the network, as the weights are."),
        };
        return Prose.Of($"The network has {Count(network.Inputs, "input")} and {Count(network.Layers.Count, "layer")}: {Prose.List(layers, ", then ", ", and then ")}.{learned}");
    }

    internal override Prose Conventions(DeltaConvention delta)
    {
        var (l, i, j) = (Index.Of("l"), Index.Of("i"), Index.Of("j"));
        var (layer, z, a) = (Symbol.Named("l"), Symbol.PreActivation(l, j), Symbol.Activation(l, j));
        var activation = Statement.Equality(a, new Call(FunctionSymbol.OfLayer(l), 0, [z]));
        var signal = Statement.Equality(Symbol.Delta(l, j), new Formulas.Derivative(Symbol.Loss, delta == DeltaConvention.ByActivation ? a : z));
        return Prose.Of($"The weight {Symbol.Weight(l, i, j)} leads from unit {Symbol.Named("i")} of layer {Formula.SumOf(layer, -Literal.One)} to unit {Symbol.Named("j")} of layer {layer}; layer {Literal.Zero} holds the inputs {Symbol.Input(i)}. The weighted sum {z}, with the bias {Symbol.Bias(l, j)} in it, enters the unit, and the activation {activation} leaves it. The error signal of the unit is {signal}.");
    }

    internal override Prose NotationChanged(DeltaConvention delta) => Prose.Of($"From here on, another notation is used. {Conventions(delta)}");

    internal override Prose QuestionHeading(int number, Formula derivative) => Prose.Of($"Question {number}: {derivative}");

    internal override Prose SectionHeading(Section section) => section.Kind switch
    {
        SectionKind.Definitions => Prose.Of($"Definitions"),
        SectionKind.ChainRule => Prose.Of($"Chain rule"),
        SectionKind.ErrorSignals => Prose.Of($"Error signals"),
        SectionKind.Path => Prose.Of($"{Ordinal(section.PathNumber!.Value)} path"),
        SectionKind.SumOverPaths => Prose.Of($"Sum over the paths"),
        SectionKind.ActivationDerivatives => Prose.Of($"Derivatives of the activation functions"),
        SectionKind.Result => Prose.Of($"Result"),
        _ => throw new InvalidOperationException($"Unknown section {section.Kind}."),
    };

    internal override Prose? SectionIntroduced(Section section, Derivation derivation)
    {
        var target = derivation.Target;
        var loss = Symbol.Loss;
        return section.Kind switch
        {
            SectionKind.Definitions => Prose.Of($"The quantities that the answer is made of are"),
            SectionKind.ChainRule when derivation.PathCount > 1 => Prose.Of($"With them, the derivative is"),
            SectionKind.ChainRule => Prose.Of($"One path leads from {loss} to {target}: {Course(derivation.Paths[0])}."),
            SectionKind.ErrorSignals when derivation.Paths.Count == 0 =>
                Prose.Of($"{Many(derivation.PathCount)} paths lead from {loss} to {target}, too many to write out one by one. The error signals gather them layer by layer:"),
            SectionKind.ErrorSignals =>
                Prose.Of($"{Number(derivation.Paths.Count)} paths lead from {loss} to {target}. Each contributes a product of its own, marked with a bar and the name of the path; only their sum is the whole derivative."),
            SectionKind.Path => Prose.Of($"The path {NameOf(section.PathNumber!.Value)} runs {Course(derivation.Paths[section.PathNumber.Value - 1])}. Its share is"),
            SectionKind.SumOverPaths => Prose.Of($"The shares of all paths together make the whole:"),
            SectionKind.ActivationDerivatives => Prose.Of($"Written out, the derivatives that occur are"),
            SectionKind.Result => Prose.Of($"With everything put in, down to the weighted sums {Symbol.Named("z")}:"),
            _ => throw new InvalidOperationException($"Unknown section {section.Kind}."),
        };
    }

    internal override Prose Recalled(IReadOnlyList<(Formula Signal, int Equation)> signals) =>
        Prose.Of($"Known already: {Prose.List([.. signals.Select(signal => Prose.Of($"{signal.Signal} from {new EquationReference(signal.Equation)}"))], ", ", " and ")}.");

    internal override Prose Independent(Derivation derivation) => Prose.Of($"{Symbol.Loss} does not depend on {derivation.Target}.");

    internal override Prose Audit(int proved, int tested, double? largestError)
    {
        var equalities = tested == 0
            ? Prose.Of($"{Count(proved, "equality", "equalities")} on this sheet: all proved {Mark.Proved}")
            : Prose.Of($"{Count(proved + tested, "equality", "equalities")} on this sheet: {proved} proved {Mark.Proved}, {tested} tested at random points {Mark.Tested}");
        return largestError is { } error
            ? Prose.Of($"{equalities}. The derivatives asked for agree with finite differences of the loss up to {Scientific(error)}.")
            : Prose.Of($"{equalities}.");
    }

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
