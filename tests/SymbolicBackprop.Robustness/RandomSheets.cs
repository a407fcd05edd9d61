using SymbolicBackprop.Activations;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Robustness;

/// <summary>
/// Random networks in random notations: each is derived and written, and what is written read back and checked. All of it has to hold,
/// and what it says with 1 added must not.
/// </summary>
internal static class RandomSheets
{
    private static readonly Loss[] OfNumbers = [Loss.Squared, Loss.HalfSquared, Loss.MeanSquared, Loss.Absolute, Loss.Huber, Loss.Hinge];

    public static InputClass Of(int count) => new("random networks", count, seed => Describe(FileOf(seed)), (seed, _) => Try(FileOf(seed), seed));

    /// <summary>The file of a seed: always the same.</summary>
    public static SheetFile FileOf(int seed)
    {
        var random = new Random(unchecked(seed * (int)2654435761)); // far apart: random numbers of neighbouring seeds are alike
        var network = Network.Create(random.Next(1, 4));
        for (var layers = random.Next(0, 3); layers > 0; layers--)
        {
            network = network.Dense(random.Next(1, 4), Any(random, Activation.All), sharesBias: random.Next(8) == 0);
        }

        network = random.Next(4) switch
        {
            0 => network.Dense(random.Next(2, 4), VectorActivation.Softmax).WithLoss(Loss.CrossEntropy),
            1 => network.Dense(random.Next(1, 3), Activation.Sigmoid).WithLoss(Loss.BinaryCrossEntropy),
            _ => network.Dense(random.Next(1, 3), Any(random, Activation.All)).WithLoss(Any(random, OfNumbers)),
        };
        network = random.Next(6) == 0 ? network.WithPenalty(Any(random, Penalty.All)) : network;
        network = random.Next(6) == 0 ? network.WithSamples(new Samples(2, Any(random, Enum.GetValues<Reduction>()))) : network;
        var notation = Any(random, NotationProfile.All).Notation;
        var asked = network.Model.Variables.Where(variable => variable.Symbol.Role is Role.Weight or Role.Bias or Role.Input).ToList();
        return new SheetFile
        {
            Network = network,
            Notation = notation,
            MaxPaths = random.Next(9),
            Questions = [new Question(Any(random, asked).Symbol, notation)],
        };
    }

    private static Trial Try(SheetFile file, int seed)
    {
        var sheet = LatexDocument.Write(SheetComposer.Compose(file));
        var report = file.Model.Check(new SourceText("sheet.tex", sheet), DocumentFormat.Latex, file.Notation);
        foreach (var formula in report.Formulas)
        {
            if (formula.Error is { } error)
            {
                return new Trial(true, $"It cannot be read back: {formula.Formula.Latex}\n{error}");
            }

            if (formula.Relations.FirstOrDefault(relation => relation.Outcome is not (Outcome.Holds or Outcome.Asks)) is { } doubtful)
            {
                return new Trial(true, $"It is proved when it is written, and then: {formula.Formula.Latex}\n{doubtful.Outcome}");
            }
        }

        List<CheckedRelation> held = [.. report.Formulas.SelectMany(formula => formula.Relations)
            .Where(relation => relation is { Kind: ClaimKind.Equality, Outcome: Outcome.Holds })];
        var changed = held[new Random(seed).Next(held.Count)];
        var claim = $"$${Part(changed.Left)} = {Part(changed.Right)} + 1$$";
        var second = file.Model.Check(new SourceText("claim.md", claim), DocumentFormat.Markdown, file.Notation);
        return second.Formulas.SelectMany(formula => formula.Relations).Any(relation => relation is { Kind: ClaimKind.Equality, Outcome: Outcome.Holds })
            ? new Trial(true, $"It holds although it is wrong: {claim}")
            : new Trial(true);

        string Part(TextSpan span) => sheet.Substring(span.Offset, span.Length);
    }

    private static T Any<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private static string Describe(SheetFile file) =>
        $"{file.Network!.Inputs}-{string.Join('-', file.Network.Layers.Select(layer => $"{layer.Units} {layer.Activation}"))}, {file.Network.Loss}, by {file.Questions[0].Target}, {file.Notation}";
}
