using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

public sealed partial class ExportTarget
{
    /// <summary>Mathematica: assignments in the given quantities, which have values or not.</summary>
    public static ExportTarget Mathematica => field ??= new(
        new Syntax
        {
            Number = Numerals.Exact,
            Power = "{0}^{1}",
            Choice = "If[{0} > 0, {1}, {2}]",
            Functions = new Dictionary<Function, string>
            {
                [StandardFunctions.Abs] = "RealAbs[{0}]",
                [StandardFunctions.Arctan] = "ArcTan[{0}]",
                [StandardFunctions.Cos] = "Cos[{0}]",
                [StandardFunctions.Erf] = "Erf[{0}]",
                [StandardFunctions.Exp] = "Exp[{0}]",
                [StandardFunctions.Ln] = "Log[{0}]",
                [StandardFunctions.Max] = "Max[{0}, {1}]",
                [StandardFunctions.Pi] = "Pi",
                [StandardFunctions.Sin] = "Sin[{0}]",
                [StandardFunctions.Sqrt] = "Sqrt[{0}]",
                [Activation.Tanh.Function] = "Tanh[{0}]",
            }.ToFrozenDictionary(),
        },
        listing =>
        [
            .. listing.Lines.Select(line => $"{line.Name} = {line.Value};"),
            "results = <|",
            .. listing.Results.Select((name, i) => $"  \"{name}\" -> {name}{(i < listing.Results.Count - 1 ? "," : "")}"),
            "|>;",
        ])
    {
        Name = "mathematica",
        Extension = ".wl",
        Summary = "Mathematica",
        // An underscore is a pattern there.
        Names = new NameCode { Index = "$", Mark = "$$", Slash = "$", Suffix = "$", IsTaken = IsOfMathematica },
    };

    // Its own words begin with a capital letter; of the single letters these are among them.
    private static bool IsOfMathematica(string name) => name is "results" or "C" or "D" or "E" or "I" or "K" or "N" or "O"
        || (name.Length > 1 && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetter));
}
