using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

public sealed partial class ExportTarget
{
    /// <summary>AngouriMath, a library of C#: a class with an entity for each quantity. It has no error function.</summary>
    public static ExportTarget AngouriMath => field ??= new(
        new Syntax
        {
            Number = number => number.IsInteger
                ? new Piece(number.Numerator <= int.MaxValue ? number.ToString() : $"((Entity)\"{number}\")", Binding.Atom)
                : new Piece($"((Entity)\"{number}\")", Binding.Atom),
            Power = "MathS.Pow({0}, {1})",
            Choice = "MathS.Piecewise(({1}, {0} > 0), ({2}, true))",
            Functions = new Dictionary<Function, string>
            {
                [StandardFunctions.Abs] = "MathS.Abs({0})",
                [StandardFunctions.Arctan] = "MathS.Arctan({0})",
                [StandardFunctions.Cos] = "MathS.Cos({0})",
                [StandardFunctions.Exp] = "MathS.Pow(MathS.e, {0})",
                [StandardFunctions.Ln] = "MathS.Ln({0})",
                [StandardFunctions.Pi] = "MathS.pi",
                [StandardFunctions.Sin] = "MathS.Sin({0})",
                [StandardFunctions.Sqrt] = "MathS.Sqrt({0})",
                [Activation.Tanh.Function] = "MathS.Hyperbolic.Tanh({0})",
            }.ToFrozenDictionary(),
        },
        listing =>
        [
            "using System.Collections.Generic;",
            "using AngouriMath;",
            "",
            "public static class Model",
            "{",
            .. listing.Given.Select(name => $"    public static readonly Entity.Variable {name} = MathS.Var(\"{name}\");"),
            .. listing.Lines.Select(line => $"    public static readonly Entity {line.Name} = {line.Value};"),
            "    public static readonly Dictionary<string, Entity> Results = new()",
            "    {",
            .. listing.Results.Select(name => $"        [\"{name}\"] = {name},"),
            "    };",
            "}",
        ])
    {
        Name = "angourimath",
        Extension = ".cs",
        Summary = "C# with AngouriMath",
        // Names that its own reader takes: one underscore, and no more than letters and digits behind it.
        Names = new NameCode
        {
            Start = "_",
            Index = "i",
            Mark = "l",
            Suffix = "_r",
            IsTaken = name => CSharpWords.All.Contains(name) || name is "MathS" or "Entity" or "Model" or "Results" or "e" or "i" or "pi",
        },
    };
}
