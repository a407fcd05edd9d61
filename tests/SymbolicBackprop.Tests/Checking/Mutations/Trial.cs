using SymbolicBackprop.Checking;

namespace SymbolicBackprop.Tests.Checking.Mutations;

/// <summary>What the checker made of a document with a slip.</summary>
internal sealed class Trial
{
    private readonly CheckedFormula formula;

    public Trial(MutatedSheet sheet, Mutant mutant, CheckReport report)
    {
        (Sheet, Mutant, formula) = (sheet, mutant, report.Formulas[mutant.Formula]);
        var before = MistakesIn(sheet.Unchanged.Formulas[mutant.Formula]).Count();
        var mistakes = MistakesIn(formula).ToList();
        var isNew = mistakes.Count > before;
        IsFlagged = mutant.ChangesValue && isNew;
        FlagsElse = mistakes.Count > before + (mutant.ChangesValue ? 1 : 0)
            || report.Formulas.Where((other, i) => i != mutant.Formula && !MarksOf(other).SequenceEqual(MarksOf(sheet.Unchanged.Formulas[i]))).Any();
        Follows = mutant.ChangesValue && !isNew && formula.Relations.Any(relation =>
            relation.Outcome is Outcome.FollowsFrom { Formula: var source } && MistakesIn(sheet.Unchanged.Formulas[source - 1]).Any());
        Names = [.. mistakes.Select(NameOf)];
        IsNamed = IsFlagged && Names.Any(name => mutant.Kinds.Any(kind => kind.Slip == name));
        Corrections = [.. mistakes.Select(outcome => (outcome as Outcome.Refuted)?.Cause?.Correction).OfType<string>()];
    }

    public MutatedSheet Sheet { get; }

    public Mutant Mutant { get; }

    /// <summary>Whether the relation that the slip made wrong is marked as a mistake.</summary>
    public bool IsFlagged { get; }

    /// <summary>Whether a name that is right was given to it.</summary>
    public bool IsNamed { get; }

    /// <summary>Whether it is marked as following from a mistake that was in the document from the start.</summary>
    public bool Follows { get; }

    /// <summary>Whether anything is marked as a mistake that is none.</summary>
    public bool FlagsElse { get; }

    /// <summary>The names given to the mistakes of the changed formula.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What the checker suggests to write.</summary>
    public IReadOnlyList<string> Corrections { get; }

    public override string ToString() =>
        $"{Sheet.Name}, formula {Mutant.Formula + 1}, {string.Join(" or ", Mutant.Kinds.Select(kind => kind.Title))}\n"
        + $"  was  {Sheet.Unchanged.Formulas[Mutant.Formula].Formula.Latex.ReplaceLineEndings(" ")}\n"
        + $"  is   {Mutant.Latex}\n"
        + $"  got  {string.Join(", ", formula.Relations.Select(relation => relation.Outcome.GetType().Name))}{formula.Error}; {string.Join(", ", Names)}; {string.Join("; ", Corrections)}\n";

    private static IEnumerable<Outcome> MistakesIn(CheckedFormula of) => of.Relations.Select(relation => relation.Outcome).Where(outcome => outcome.IsMistake);

    private static IEnumerable<bool> MarksOf(CheckedFormula of) => of.Relations.Select(relation => relation.Outcome.IsMistake);

    private static string NameOf(Outcome mistake) => mistake switch
    {
        Outcome.SomePaths => Slip.PathMissing.Name,
        Outcome.Refuted { Cause.Slip: var slip } => slip.Name,
        _ => "none",
    };
}
