using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Exporting;

/// <summary>What can stand in the way of an export.</summary>
internal static class ExportMessages
{
    public static Diagnostic NoFunction(ExportTarget target, Function function) => Diagnostic.Error(
        null,
        $"{target.Name} has no function {function.Name}, and no other functions give it",
        $"export to {Wording.List(ExportTarget.All.Where(other => other.Syntax.Has(function)).Select(other => other.Name), "or")}");
}
