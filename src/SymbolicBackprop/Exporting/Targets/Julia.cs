using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

public sealed partial class ExportTarget
{
    private static readonly FrozenSet<string> JuliaWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "baremodule", "begin", "break", "catch", "const", "continue", "do", "else", "elseif", "end", "export", "false", "finally", "for",
        "function", "global", "if", "import", "in", "isa", "let", "local", "macro", "module", "quote", "return", "struct", "true", "try",
        "using", "where", "while",
        "abs", "atan", "cos", "erf", "exp", "log", "max", "pi", "sin", "sqrt", "tanh", "ifelse", "evaluate", "Dict");

    /// <summary>Julia: a function of the given quantities.</summary>
    public static ExportTarget Julia => field ??= new(
        new Syntax
        {
            Number = Numerals.Double,
            Power = "{0}^{1}",
            Choice = "ifelse({0} > 0, {1}, {2})",
            Functions = new Dictionary<Function, string>
            {
                [StandardFunctions.Abs] = "abs({0})",
                [StandardFunctions.Arctan] = "atan({0})",
                [StandardFunctions.Cos] = "cos({0})",
                [StandardFunctions.Erf] = "erf({0})",
                [StandardFunctions.Exp] = "exp({0})",
                [StandardFunctions.Ln] = "log({0})",
                [StandardFunctions.Max] = "max({0}, {1})",
                [StandardFunctions.Pi] = "pi",
                [StandardFunctions.Sin] = "sin({0})",
                [StandardFunctions.Sqrt] = "sqrt({0})",
                [Activation.Tanh.Function] = "tanh({0})",
            }.ToFrozenDictionary(),
        },
        listing =>
        [
            .. Uses(listing, StandardFunctions.Erf) ? ["using SpecialFunctions: erf", ""] : Array.Empty<string>(),
            $"function evaluate({string.Join(", ", listing.Given)})",
            .. listing.Lines.Select(line => $"    {line.Name} = {line.Value}"),
            "    return Dict(",
            .. listing.Results.Select(name => $"        \"{name}\" => {name},"),
            "    )",
            "end",
        ])
    {
        Name = "julia",
        Extension = ".jl",
        Summary = "a Julia function",
        Names = new NameCode { IsTaken = JuliaWords.Contains },
    };
}
