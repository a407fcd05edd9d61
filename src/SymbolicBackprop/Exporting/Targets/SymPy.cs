using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

public sealed partial class ExportTarget
{
    /// <summary>SymPy: symbols, expressions in them, and the results by name.</summary>
    public static ExportTarget SymPy => field ??= new(
        new Syntax
        {
            Number = number => number.IsInteger ? Numerals.Exact(number)
                : new Piece($"sp.Rational({number.Numerator}, {number.Denominator})", Binding.Atom),
            Power = "{0}**{1}",
            Choice = "sp.Piecewise(({1}, {0} > 0), ({2}, True))",
            Functions = new Dictionary<Function, string>
            {
                [StandardFunctions.Abs] = "sp.Abs({0})",
                [StandardFunctions.Arctan] = "sp.atan({0})",
                [StandardFunctions.Cos] = "sp.cos({0})",
                [StandardFunctions.Erf] = "sp.erf({0})",
                [StandardFunctions.Exp] = "sp.exp({0})",
                [StandardFunctions.Ln] = "sp.log({0})",
                [StandardFunctions.Max] = "sp.Max({0}, {1})",
                [StandardFunctions.Pi] = "sp.pi",
                [StandardFunctions.Sin] = "sp.sin({0})",
                [StandardFunctions.Sqrt] = "sp.sqrt({0})",
                [Activation.Tanh.Function] = "sp.tanh({0})",
            }.ToFrozenDictionary(),
        },
        listing =>
        [
            "import sympy as sp",
            "",
            .. listing.Given.Select(name => $"{name} = sp.Symbol(\"{name}\", real=True)"),
            "",
            .. listing.Lines.Select(line => $"{line.Name} = {line.Value}"),
            "",
            $"given = [{string.Join(", ", listing.Given)}]",
            "results = {",
            .. listing.Results.Select(name => $"    \"{name}\": {name},"),
            "}",
        ])
    {
        Name = "sympy",
        Extension = ".py",
        Summary = "Python with SymPy",
        // What sympify reads as something else too, so that a printed expression can be read again.
        Names = new NameCode { IsTaken = name => PythonWords.All.Contains(name) || name is "sp" or "given" or "results" or "beta" or "gamma" or "zeta" or "pi" or "E" or "I" or "N" or "O" or "Q" or "S" },
    };
}
