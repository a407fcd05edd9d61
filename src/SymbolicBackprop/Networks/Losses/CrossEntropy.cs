using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

public sealed partial class Loss
{
    /// <summary>−y ln ŷ − (1 − y) ln(1 − ŷ), added over the outputs: each of them is the probability of a class of its own.</summary>
    public static Loss BinaryCrossEntropy { get; } = new(
        "binary-cross-entropy",
        outputs => outputs.Sum((y, p) => -(y * Ln(p)) - ((1 - y) * Ln(1 - p))))
    { Aliases = ["bce"] };

    /// <summary>The binary cross-entropy of σ(ŷ), ln(1 + e^ŷ) − yŷ, added over the outputs: ŷ is the logit.</summary>
    public static Loss BinaryCrossEntropyFromLogits { get; } = new(
        "binary-cross-entropy-from-logits",
        outputs => outputs.Sum((y, p) => Ln(1 + Exp(p)) - (y * p)));

    /// <summary>−Σ yₖ ln ŷₖ: the outputs are the probabilities of classes of which one is right.</summary>
    public static Loss CrossEntropy { get; } = new("cross-entropy", outputs => outputs.Sum((y, p) => -(y * Ln(p))))
    {
        Aliases = ["categorical-cross-entropy"],
        TargetsAddUpToOne = true,
    };

    /// <summary>The cross-entropy of softmax(ŷ), ln Σ e^ŷₖ − Σ yₖŷₖ: the outputs are the logits.</summary>
    public static Loss CrossEntropyFromLogits { get; } = new(
        "cross-entropy-from-logits",
        outputs => Ln(outputs.Sum((_, p) => Exp(p))) - outputs.Sum((y, p) => y * p))
    { TargetsAddUpToOne = true };

    /// <summary>−ln Σ yₖŷₖ: what the outputs give to the observed class, of which y tells which it is.</summary>
    public static Loss NegativeLogLikelihood { get; } = new("negative-log-likelihood", outputs => -Ln(outputs.Sum((y, p) => y * p)))
    {
        Aliases = ["nll"],
        TargetsAddUpToOne = true,
    };

    private static Formula Ln(Formula argument) => Call.Of("ln", argument);

    private static Formula Exp(Formula argument) => Call.Of("exp", argument);
}
