using System.Collections.Immutable;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;

namespace SymbolicBackprop.Embedding;

/// <summary>What a request is answered with.</summary>
/// <param name="Fragment">What stands in its place, or null where it shows nothing or cannot be answered.</param>
/// <param name="Diagnostics">What was found, with places in the document.</param>
/// <param name="HasMistakes">Whether the request could be read and its mathematics is wrong.</param>
public sealed record Answered(Document? Fragment, ImmutableArray<Diagnostic> Diagnostics, bool HasMistakes)
{
    /// <summary>Whether something was found that the document cannot stay with.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>
/// Answers what a document asks for, in reading order: later requests may be about networks of earlier ones, and equations are
/// numbered on.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="folder">The folder that its references start from, as a rule its own; without one it cannot refer to files.</param>
/// <param name="root">The folder that references may not leave; by default <paramref name="folder"/>.</param>
public sealed class PageAnswers(SourceText document, string? folder = null, string? root = null)
{
    private readonly PageNetworks networks = new(document, folder, root);
    private int equations;

    /// <summary>Answers a request.</summary>
    public Answered Answer(Request request)
    {
        var diagnostics = new List<Diagnostic>();
        var hasMistakes = false;
        var fragment = request.Kind switch
        {
            RequestKind.Derivation => Derive(request, diagnostics),
            RequestKind.Check => Check(request, diagnostics, out hasMistakes),
            RequestKind.Formula => Formula(request, diagnostics),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
        var isRefused = !hasMistakes && request.Kind != RequestKind.Check && diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
        return new Answered(isRefused ? null : fragment, [.. diagnostics.Select(request.Text.InDocument)], hasMistakes);
    }

    private Document? Derive(Request request, List<Diagnostic> diagnostics)
    {
        if (request.Network is { } word)
        {
            diagnostics.Add(EmbeddingMessages.UnknownRequest(request.Text.Opening, word));
            return null;
        }

        if (new BlockReader(networks).Read(request.Text.Source, diagnostics) is not { } file)
        {
            return null;
        }

        return file.Questions.Count == 0 ? null : Numbered(SheetComposer.ComposeAnswers(file, equations));
    }

    private Document? Check(Request request, List<Diagnostic> diagnostics, out bool hasMistakes)
    {
        hasMistakes = false;
        if (networks.Find(request.Network, request.Text.Opening, diagnostics) is not { } file)
        {
            return null;
        }

        var report = file.Model.Check(request.Text.Source, DocumentFormat.Markdown, file.Notation, file.Numbers);
        hasMistakes = report.HasMistakes;
        var written = new CheckedPassage(report, file, equations);
        diagnostics.AddRange(report.Formulas.IsEmpty && report.Findings.IsEmpty ? [EmbeddingMessages.NothingToCheck(request.Text.Opening)] : written.Diagnostics());
        return report.Formulas.IsEmpty ? null : Numbered(written.Write());
    }

    private Document? Formula(Request request, List<Diagnostic> diagnostics)
    {
        if (networks.Find(request.Network, request.Text.Opening, diagnostics) is not { } file)
        {
            return null;
        }

        var read = QuestionReader.Read(request.Text.Source, file.Notation, file);
        diagnostics.AddRange(read.Diagnostics);
        if (read.Value is not { } question)
        {
            return null;
        }

        // Without the steps, the derivative in its short form is the first that is said of it after the question.
        var answer = SheetComposer.ComposeAnswers(file with { Questions = new EquatableList<Question>([question with { Detail = Detail.Result }]) });
        var result = answer.Blocks.OfType<Equations>().SelectMany(block => block.Items).Select(equation => equation.Statement)
            .FirstOrDefault(statement => statement.First == question.Derivative && statement.Links.All(link => link.Side is not Unknown));
        return answer with { Blocks = [new Paragraph(Prose.Of($"{result ?? new Statement(question.Derivative, [])}"), answer.Blocks[0].Notation)] };
    }

    private Document Numbered(Document fragment)
    {
        equations = fragment.Blocks.OfType<Equations>().SelectMany(block => block.Items).Select(equation => equation.Number).DefaultIfEmpty(equations).Max();
        return fragment;
    }
}
