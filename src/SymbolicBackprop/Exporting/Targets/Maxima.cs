using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

public sealed partial class ExportTarget
{
    private static readonly FrozenSet<string> MaximaWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "and", "do", "else", "elseif", "false", "for", "from", "go", "if", "in", "inf", "infinity", "ind", "minf", "next", "not", "or", "results",
        "return", "step", "then", "thru", "true", "und", "unless", "while");

    /// <summary>Maxima: assignments in the given quantities, which have values or not.</summary>
    public static ExportTarget Maxima => field ??= new(
        new Syntax
        {
            Number = Numerals.Exact,
            Power = "{0}^{1}",
            Choice = "(if {0} > 0 then {1} else {2})",
            Functions = new Dictionary<Function, string>
            {
                [StandardFunctions.Abs] = "abs({0})",
                [StandardFunctions.Arctan] = "atan({0})",
                [StandardFunctions.Cos] = "cos({0})",
                [StandardFunctions.Erf] = "erf({0})",
                [StandardFunctions.Exp] = "exp({0})",
                [StandardFunctions.Ln] = "log({0})",
                [StandardFunctions.Max] = "max({0}, {1})",
                [StandardFunctions.Pi] = "%pi",
                [StandardFunctions.Sin] = "sin({0})",
                [StandardFunctions.Sqrt] = "sqrt({0})",
                [Activation.Tanh.Function] = "tanh({0})",
            }.ToFrozenDictionary(),
        },
        listing =>
        [
            .. listing.Lines.Select(line => $"{line.Name}: {line.Value}$"),
            "results: [",
            .. listing.Results.Select((name, i) => $"  \"{name}\" = {name}{(i < listing.Results.Count - 1 ? "," : "")}"),
            "]$",
        ])
    {
        Name = "maxima",
        Extension = ".mac",
        Summary = "Maxima",
        Names = new NameCode { IsTaken = MaximaWords.Contains },
    };
}
