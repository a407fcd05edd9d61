using SymbolicBackprop.Files;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Tests.Notations;

/// <summary>All profiles, and the settings that change what is read with one another; the other settings in turn.</summary>
internal static class EveryNotation
{
    private static readonly string[] Losses = ["loss", "L", "mean cost"];

    private static readonly IEnumerable<Notation> Combined =
        from mark in Enum.GetValues<LayerMark>()
        from order in Enum.GetValues<WeightOrder>()
        from delta in Enum.GetValues<DeltaConvention>()
        from inputs in Enum.GetValues<InputStyle>()
        select new Notation { LayerMark = mark, WeightOrder = order, Delta = delta, Inputs = inputs };

    public static IReadOnlyList<Notation> All { get; } =
    [
        .. NotationProfile.All.Select(profile => profile.Notation).Concat(Combined.Select((notation, i) => notation with
        {
            Loss = Losses[i % 3],
            Functions = (FunctionMark)(i % 5 % 3),
            Outputs = (OutputStyle)(i % 7 % 2),
            WeightCommas = (WeightCommas)(i % 11 % 2),
        })).Distinct(),
    ];

    /// <summary>A sheet with all its questions in one notation.</summary>
    public static SheetFile In(this SheetFile file, Notation notation) => file.WithNotation(_ => notation);
}
