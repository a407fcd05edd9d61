using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Files;

/// <summary>What a network file holds: a network or equations, and the questions that a sheet answers about them.</summary>
public sealed record SheetFile
{
    /// <summary>The number of paths that <see cref="MaxPaths"/> has in a file which gives none.</summary>
    public const int DefaultMaxPaths = 8;

    /// <summary>The title, as plain text.</summary>
    public string Title { get; init; } = English.Instance.DefaultTitle;

    /// <summary>The language that the sheet explains in.</summary>
    public Language Language { get; init; } = English.Instance;

    /// <summary>The digits of numbers in its sentences.</summary>
    public DigitSet Digits { get; init; } = DigitSet.Latin;

    /// <summary>The network, or null where equations give the model.</summary>
    public Network? Network { get; init; }

    /// <summary>The equations that give the model, or null where a network does.</summary>
    public EquationModel? Equations { get; init; }

    /// <summary>The model that the questions are about.</summary>
    /// <exception cref="InvalidOperationException">There is neither a network nor equations.</exception>
    public Model Model => Equations?.Model ?? Network?.Model ?? throw new InvalidOperationException("The file has neither a network nor equations.");

    /// <summary>The notation of the sheet; each question has its own, which starts from this one.</summary>
    public Notation Notation { get; init; } = Notation.Parentheses;

    /// <summary>The questions in order. The same may be asked twice, in other notations as a rule.</summary>
    public EquatableList<Question> Questions { get; init; }

    /// <summary>The number of paths up to which a derivation follows each; beyond it goes by sums over units.</summary>
    public int MaxPaths { get; init; } = DefaultMaxPaths;

    /// <summary>Whether equations bear marks that say if they were proved or tested, and an audit closes the sheet.</summary>
    public bool Marks { get; init; } = true;

    /// <summary>Whether pictures show the network, and the paths of each question.</summary>
    public bool Pictures { get; init; } = true;

    /// <summary>How much of a derivation is told; each question has its own, which starts from this one.</summary>
    public Detail Detail { get; init; } = Detail.Steps;

    /// <summary>Numbers that the derivations are worked with, or null for none.</summary>
    public NumericExample? Numbers { get; init; }

    /// <summary>The same file with one detail for all of it.</summary>
    public SheetFile WithDetail(Detail detail) =>
        this with { Detail = detail, Questions = Questions.Select(question => question with { Detail = detail }).ToEquatableList() };

    /// <summary>The same file with its notation and those of its questions changed alike.</summary>
    public SheetFile WithNotation(Func<Notation, Notation> change) =>
        this with { Notation = change(Notation), Questions = Questions.Select(question => question with { Notation = change(question.Notation) }).ToEquatableList() };

    /// <summary>The same file with a model of its own.</summary>
    internal SheetFile WithOwnModel() =>
        this with { Network = Network?.Copy(), Equations = Equations is { } equations ? equations with { Model = equations.Model.Copy() } : null };

    /// <summary>Reads a network file.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">The name under which messages speak of it.</param>
    /// <exception cref="InvalidInputException">The text has mistakes; the exception lists all of them.</exception>
    public static SheetFile Parse(string yaml, string name = "network.yaml") =>
        SheetFileReader.Read(new SourceText(name, yaml)).OrThrow();
}
