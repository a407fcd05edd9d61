using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Exporting;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Models;

namespace SymbolicBackprop;

/// <summary>Models and expressions as source of other systems.</summary>
public static class ModelExports
{
    /// <summary>A whole model: all its definitions, the loss, and its derivatives by all parameters.</summary>
    /// <exception cref="InvalidInputException">The system lacks a function.</exception>
    public static string Export(this Model model, ExportTarget target) => target.Write(Exporting.Export.Of(model)).OrThrow();

    /// <summary>An expression under a name.</summary>
    /// <exception cref="InvalidInputException">The system lacks a function.</exception>
    public static string Export(this Expr expression, string name, ExportTarget target) => target.Write(Exporting.Export.Of(name, expression)).OrThrow();
}
