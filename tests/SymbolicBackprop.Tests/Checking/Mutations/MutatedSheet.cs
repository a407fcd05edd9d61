using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Checking.Mutations;

/// <summary>A document with one slip.</summary>
/// <param name="Kinds">The kinds of slips that all give this very document.</param>
/// <param name="Formula">The position of the formula that it was made in.</param>
/// <param name="Latex">That formula as it reads now.</param>
/// <param name="ChangesValue">Whether a relation that held does not hold any more.</param>
internal sealed record Mutant(IReadOnlyList<MutationKind> Kinds, int Formula, string Latex, bool ChangesValue);

/// <summary>A document, and what becomes of it with a slip.</summary>
internal sealed class MutatedSheet
{
    private readonly string text;
    private readonly DocumentFormat format;
    private readonly Notation notation;
    private readonly Func<Model> model;
    private readonly NumericExample? numbers;
    private readonly DocumentFormulas document;

    private MutatedSheet(string name, string text, DocumentFormat format, Notation notation, Func<Model> model, NumericExample? numbers = null)
    {
        (Name, this.text, this.format, this.notation, this.model, this.numbers) = (name, text, format, notation, model, numbers);
        document = DocumentFormulas.Find(text, format);
        Setting = new Setting(model(), notation.Delta);
        Unchanged = Check(NewModel(), null);
    }

    public string Name { get; }

    /// <summary>What is found of the document as it is.</summary>
    public CheckReport Unchanged { get; }

    /// <summary>What it is about.</summary>
    public Setting Setting { get; }

    /// <summary>The sheets of all examples, and the handwritten one as it was typed up.</summary>
    public static IReadOnlyList<MutatedSheet> All =>
    [
        .. Example.All.Where(row => Example.Read(row.Data).Language == English.Instance).Select(row => OfExample(row.Data)), // slips have no language
        new(
            "handwritten.md",
            File.ReadAllText(Repository.PathOf("examples/handwritten.md")),
            DocumentFormat.Markdown,
            Example.Read("handwritten").Notation,
            () => Example.Read("handwritten").Model),
    ];

    /// <summary>Another model of the same kind: checks leave expressions behind in the graph of theirs.</summary>
    public Model NewModel() => model();

    /// <summary>Checks the document, with a slip or as it is.</summary>
    public CheckReport Check(Model about, Mutant? mutant)
    {
        var span = mutant is null ? default : document.Formulas[mutant.Formula].Span;
        var changed = mutant is null ? text : text[..span.Offset] + mutant.Latex + text[span.End..];
        return about.Check(new SourceText(Name, changed), format, notation, numbers);
    }

    /// <summary>Whether a correction holds: an equality, or a brace with its label.</summary>
    public bool Holds(string latex) => ReaderFor(Setting).Read(latex).Value is { } correction
        && new NumericTruth(Setting).Of(correction).Last(relation => relation.IsEquality || correction.Links.Count == 0).Holds == true;

    /// <summary>All documents with one slip.</summary>
    public List<Mutant> Mutants()
    {
        var truth = new NumericTruth(Setting);
        var reader = ReaderFor(Setting);
        var mutants = new List<Mutant>();
        for (var i = 0; i < document.Formulas.Length; i++)
        {
            var latex = document.Formulas[i].Latex;
            if (reader.Read(latex).Value is { Links.Count: > 0 } statement)
            {
                mutants.AddRange(Mutants(statement, i, new LatexWriter(notation.WithMarksOf(latex)), truth));
            }
        }

        return mutants;
    }

    private IEnumerable<Mutant> Mutants(Statement statement, int formula, LatexWriter writer, NumericTruth truth)
    {
        // What is wrong from the start, as some of the handwritten sheet is, is left alone, and so are questions and paths.
        var before = truth.Of(statement);
        var sound = Enumerable.Range(0, statement.Links.Count + 1)
            .Where(side => before.Exists(relation => relation.Concerns(side)) && before.TrueForAll(relation => relation.Holds == true || !relation.Concerns(side)))
            .ToHashSet();
        var original = writer.Write(statement);
        return from kind in MutationKinds.All
               from changed in kind.Of(statement, Setting)
               let latex = writer.Write(changed)
               where latex != original && sound.Contains(ChangedSide(statement, changed))
               group (kind, changed) by latex into same
               select new Mutant(
                   [.. same.Select(each => each.kind).Distinct()],
                   formula,
                   same.Key,
                   truth.Of(same.First().changed).Count(IsWrong) > before.Count(IsWrong));
    }

    private static bool IsWrong(NumericVerdict relation) => relation.Holds == false;

    private static int ChangedSide(Statement statement, Statement changed) =>
        statement.Sides.Zip(changed.Sides).TakeWhile(sides => sides.First == sides.Second).Count();

    private LatexReader ReaderFor(Setting setting) => new(new ReadingContext { Notation = notation, Model = setting.Model });

    private static MutatedSheet OfExample(string name)
    {
        var file = Example.Read(name);
        return new MutatedSheet($"{name}.tex", LatexDocument.Write(SheetComposer.Compose(file)), DocumentFormat.Latex, file.Notation, () => Example.Read(name).Model, file.Numbers);
    }
}
