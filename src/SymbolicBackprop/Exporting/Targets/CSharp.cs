using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

public sealed partial class ExportTarget
{
    // C# has no error function: the series and the continued fraction of Abramowitz and Stegun, 7.1.6 and 7.1.14.
    private const string ErrorFunctionInCSharp =
        """

            private static double Erf(double x)
            {
                var size = Math.Abs(x);
                if (size < 2.5)
                {
                    var (term, sum) = (x, x);
                    for (var n = 1; Math.Abs(term) > Math.Abs(sum) * 1e-18; n++)
                    {
                        term *= 2 * x * x / (2 * n + 1);
                        sum += term;
                    }

                    return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
                }

                var fraction = size;
                for (var n = 60; n >= 1; n--)
                {
                    fraction = size + n / 2.0 / fraction;
                }

                return Math.CopySign(1 - Math.Exp(-size * size) / Math.Sqrt(Math.PI) / fraction, x);
            }
        """;

    /// <summary>C#: a method of the given quantities.</summary>
    public static ExportTarget CSharp => field ??= new(
        new Syntax
        {
            Number = Numerals.Double,
            Power = "Math.Pow({0}, {1})",
            Choice = "({0} > 0.0 ? {1} : {2})",
            Functions = new Dictionary<Function, string>
            {
                [StandardFunctions.Abs] = "Math.Abs({0})",
                [StandardFunctions.Arctan] = "Math.Atan({0})",
                [StandardFunctions.Cos] = "Math.Cos({0})",
                [StandardFunctions.Erf] = "Erf({0})",
                [StandardFunctions.Exp] = "Math.Exp({0})",
                [StandardFunctions.Ln] = "Math.Log({0})",
                [StandardFunctions.Max] = "Math.Max({0}, {1})",
                [StandardFunctions.Pi] = "Math.PI",
                [StandardFunctions.Sin] = "Math.Sin({0})",
                [StandardFunctions.Sqrt] = "Math.Sqrt({0})",
                [Activation.Tanh.Function] = "Math.Tanh({0})",
            }.ToFrozenDictionary(),
        },
        listing =>
        [
            "using System;",
            "using System.Collections.Generic;",
            "",
            "public static class Model",
            "{",
            $"    public static Dictionary<string, double> Evaluate({string.Join(", ", listing.Given.Select(name => $"double {name}"))})",
            "    {",
            .. listing.Lines.Select(line => $"        double {line.Name} = {line.Value};"),
            "        return new Dictionary<string, double>",
            "        {",
            .. listing.Results.Select(name => $"            [\"{name}\"] = {name},"),
            "        };",
            "    }",
            .. Uses(listing, StandardFunctions.Erf) ? ErrorFunctionInCSharp.ReplaceLineEndings("\n").Split('\n') : [],
            "}",
        ])
    {
        Name = "csharp",
        Extension = ".cs",
        Summary = "a C# method on doubles",
        Names = new NameCode { IsTaken = name => CSharpWords.All.Contains(name) || name is "Math" or "Erf" or "Model" or "Evaluate" or "Dictionary" },
    };
}
