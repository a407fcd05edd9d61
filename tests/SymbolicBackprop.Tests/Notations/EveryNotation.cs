using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Tests.Notations;

/// <summary>All settings of notations with one another, with some names of the loss.</summary>
internal static class EveryNotation
{
    public static IReadOnlyList<Notation> All { get; } =
    [
        .. from mark in Enum.GetValues<LayerMark>()
           from order in Enum.GetValues<WeightOrder>()
           from delta in Enum.GetValues<DeltaConvention>()
           from inputs in Enum.GetValues<InputStyle>()
           from loss in new[] { "loss", "L", "cost" }
           select new Notation { LayerMark = mark, WeightOrder = order, Delta = delta, Inputs = inputs, Loss = loss },
    ];

    /// <summary>A sheet with all its questions in one notation.</summary>
    public static SheetFile In(this SheetFile file, Notation notation) => file with
    {
        Notation = notation,
        Questions = file.Questions.Select(question => question with { Notation = notation }).ToEquatableList(),
    };
}
