using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>The lines of a statement in LaTeX, for the environments of amsmath that align at <c>&amp;</c>.</summary>
/// <param name="notation">How the formulas are written.</param>
/// <param name="page">The width of the page in em.</param>
internal sealed class LatexLines(Notation notation, double page)
{
    private readonly StatementLines lines = new(new LatexWriter(notation), notation, page);

    /// <summary>The lines, each with one <c>&amp;</c> where they are aligned.</summary>
    public IReadOnlyList<string> Write(Statement statement, bool follows) => [.. lines.Write(statement, follows).Select(Spelled)];

    // The empty group makes a sign at the start of the line one between two terms.
    private static string Spelled(Row row) => row.Depth == 0
        ? $"{row.Left} &{row.Right}".TrimStart()
        : $"&{string.Concat(Enumerable.Repeat(@"\quad", row.Depth))} {{}}{row.Right}";
}
