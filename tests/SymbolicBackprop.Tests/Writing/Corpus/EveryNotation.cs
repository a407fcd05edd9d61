using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;

namespace SymbolicBackprop.Tests.Writing.Corpus;

/// <summary>The sheets of all examples as their files ask for them, and once more in every notation that settings make.</summary>
internal static class EveryNotation
{
    private static readonly Lazy<IReadOnlyList<(string Example, Document Sheet)>> Composed = new(Compose);

    /// <summary>The sheets, each with the name of its example.</summary>
    public static IReadOnlyList<(string Example, Document Sheet)> Sheets => Composed.Value;

    /// <summary>The notations.</summary>
    public static IReadOnlyList<Notation> Notations => Tests.Notations.EveryNotation.All;

    // Each sheet has a model of its own: models are not built by two threads.
    private static List<(string Example, Document Sheet)> Compose() =>
    [
        .. Example.All.Select(row => row.Data)
            .SelectMany(name => Notations.Cast<Notation?>().Prepend(null).Select(notation => (Name: name, Notation: notation)))
            .AsParallel().AsOrdered()
            .Select(each => (each.Name, SheetComposer.Compose(each.Notation is { } notation ? In(notation, Example.Read(each.Name)) : Example.Read(each.Name)))),
    ];

    private static SheetFile In(Notation notation, SheetFile file) => file with
    {
        Notation = notation,
        Questions = file.Questions.Select(question => question with { Notation = notation }).Distinct().ToEquatableList(),
    };
}
