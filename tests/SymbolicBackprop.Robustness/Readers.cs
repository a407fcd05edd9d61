using CsCheck;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Files.Equations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Robustness;

/// <summary>
/// What goes wrong in typing, for each reader: texts that are right, mutated. What is taken goes on to where it is used, if that
/// does not take long.
/// </summary>
internal static class Readers
{
    // Sheets of larger models are honest work.
    private const int MostNodes = 400;

    public static IEnumerable<InputClass> Of(string folder, int count)
    {
        string[] yaml = [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        SheetFile[] files = [.. yaml.Select(text => SheetFile.Parse(text))];
        var network = SheetFile.Parse(File.ReadAllText(Path.Combine(folder, "handwritten.yaml")));
        var document = File.ReadAllText(Path.Combine(folder, "handwritten.md"));
        var writer = new LatexWriter(network.Notation);
        string[] questions = [.. files.SelectMany(file => file.Questions).SelectMany(question => new[] { writer.Write(question.Target), writer.Write(question.Derivative) }).Distinct()];
        string[] equations = [.. files.Where(file => file.Equations is not null).Select(Written)];
        string[] formulas = [.. DocumentFormulas.Find(document, DocumentFormat.Markdown).Formulas.Select(formula => formula.Latex)];

        yield return new InputClass("network files", count, Mutated(yaml), NetworkFile);
        yield return new InputClass("formulas", count, Mutated(formulas), (_, latex) => Formula(network, latex));
        yield return new InputClass("questions", count, Mutated(questions), (seed, latex) => Question(network, seed, latex));
        yield return new InputClass("equations", count, Mutated(equations), Equations);
        yield return new InputClass("documents", count / 20, Mutated([document]), (_, text) => Document(network, text));
    }

    private static Func<int, string> Mutated(IReadOnlyList<string> corpus)
    {
        var mutation = Mutation.Of(corpus);
        return seed => mutation.Generate(new PCG(1, (ulong)seed), null, out _);
    }

    private static string Written(SheetFile file) =>
        string.Join('\n', file.Equations!.Equations.Select(new LatexWriter(file.Notation with { Loss = file.Equations.LossName }).Write));

    private static Trial NetworkFile(int seed, string text)
    {
        var result = SheetFileReader.Read(new SourceText("network.yaml", text));
        var lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var wrong = result.IsSuccess != result.Diagnostics.IsEmpty ? "It is taken and refused at once."
            : result.Diagnostics.Any(found => found.Place is not { } place || place.Line > lines.Length || place.Column > lines[place.Line - 1].Length + 1) ? "A message has no place in the file."
            : null;
        if (result.Value is { } file && seed % 10 == 0 && file.Model.Graph.Count <= MostNodes)
        {
            LatexDocument.Write(SheetComposer.Compose(file with { Questions = file.Questions.Take(1).ToEquatableList() }));
        }

        return new Trial(result.IsSuccess, wrong);
    }

    // Written by the notation and read again, a formula says the same: so the verdict on it has to be the same.
    private static Trial Formula(SheetFile network, string latex)
    {
        var reading = new LatexReader(new ReadingContext { Notation = network.Notation, Model = network.Model }).Read(latex);
        if (!reading.IsSuccess)
        {
            return new Trial(false);
        }

        var first = VerdictsOn(network, latex);
        var second = VerdictsOn(network, new LatexWriter(network.Notation).Write(reading.Value));
        return new Trial(true, first is null || second is null || first == second ? null : $"The verdict is {first}, and {second} once it is written again.");
    }

    // Null where the document takes it apart otherwise, such as at a blank line.
    private static string? VerdictsOn(SheetFile network, string latex)
    {
        var report = network.Model.Check(new SourceText("formula.md", $"$${latex}$$"), DocumentFormat.Markdown, network.Notation);
        return report.Formulas is [{ Error: null } only] && only.Formula.Latex == latex
            ? string.Join(", ", only.Relations.Select(relation => relation.Outcome switch { Outcome.Holds or Outcome.HoldsHereOnly => "right", { IsMistake: true } => "wrong", _ => "open" }))
            : null;
    }

    private static Trial Question(SheetFile network, int seed, string latex)
    {
        var result = QuestionReader.Read(new SourceText("question", latex), network.Notation, network);
        if (result.Value is { } question && seed % 10 == 0)
        {
            LatexDocument.WriteFragment(SheetComposer.ComposeAnswer(network, question));
        }

        return new Trial(result.IsSuccess, result.IsSuccess == result.Diagnostics.IsEmpty ? null : "It is taken and refused at once.");
    }

    private static Trial Equations(int seed, string text)
    {
        var lines = text.Split('\n').Select((line, i) => new EquationText(PlacedText.Of(new SourceText(FormattableString.Invariant($"equation {i + 1}"), line))));
        var result = EquationsReader.Read([.. lines], loss: null);
        if (result.Value is { } equations && seed % 10 == 0 && equations.Model.Graph.Count <= MostNodes && equations.Given.Any())
        {
            var notation = Notation.Parentheses with { Loss = equations.LossName };
            var file = new SheetFile { Equations = equations, Notation = notation };
            LatexDocument.WriteFragment(SheetComposer.ComposeAnswer(file, new Question(equations.Given.First(), notation)));
        }

        return new Trial(result.IsSuccess, result.IsSuccess == result.Diagnostics.IsEmpty ? null : "It is taken and refused at once.");
    }

    private static Trial Document(SheetFile network, string text) =>
        new(network.Model.Check(new SourceText("notes.md", text), DocumentFormat.Markdown, network.Notation).IsComplete);
}
