using System.Collections.Frozen;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

public sealed partial class ExportTarget
{
    /// <summary>Python with NumPy: a function of the given quantities, numbers or arrays of them.</summary>
    public static ExportTarget NumPy => field ??= new(
        new Syntax
        {
            Number = Numerals.Double,
            Power = "{0}**{1}",
            Choice = "np.where({0} > 0, {1}, {2})",
            Functions = new Dictionary<Function, string>
            {
                [StandardFunctions.Abs] = "np.abs({0})",
                [StandardFunctions.Arctan] = "np.arctan({0})",
                [StandardFunctions.Cos] = "np.cos({0})",
                [StandardFunctions.Erf] = "erf({0})",
                [StandardFunctions.Exp] = "np.exp({0})",
                [StandardFunctions.Ln] = "np.log({0})",
                [StandardFunctions.Max] = "np.maximum({0}, {1})",
                [StandardFunctions.Pi] = "np.pi",
                [StandardFunctions.Sin] = "np.sin({0})",
                [StandardFunctions.Sqrt] = "np.sqrt({0})",
                [Activation.Tanh.Function] = "np.tanh({0})",
                [Activation.Softplus.Function] = "np.logaddexp(0.0, {0})",
            }.ToFrozenDictionary(),
        },
        listing =>
        [
            .. Uses(listing, StandardFunctions.Erf) ? ["import math", ""] : Array.Empty<string>(),
            "import numpy as np",
            "",
            .. Uses(listing, StandardFunctions.Erf) ? ["erf = np.vectorize(math.erf, otypes=[float])", ""] : Array.Empty<string>(),
            "",
            $"def evaluate({string.Join(", ", listing.Given)}):",
            .. listing.Lines.Select(line => $"    {line.Name} = {line.Value}"),
            "    return {",
            .. listing.Results.Select(name => $"        \"{name}\": {name},"),
            "    }",
        ])
    {
        Name = "numpy",
        Extension = ".py",
        Summary = "a Python function with NumPy",
        Names = new NameCode { IsTaken = name => PythonWords.All.Contains(name) || name is "np" or "math" or "erf" or "evaluate" },
    };

    private static bool Uses(Listing listing, Function function) => listing.Functions.Contains(function);
}
