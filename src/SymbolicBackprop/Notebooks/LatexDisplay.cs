using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Notebooks;

/// <summary>Shows formulas as LaTeX.</summary>
internal sealed class LatexDisplay
{
    public const string MimeType = "text/latex";

    /// <summary>Called by notebooks.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new NotebookFormatter(MimeType, Write)];

    private static string Write(object shown)
    {
        var writer = new LatexWriter(Notation.Parentheses);
        return $"$${(shown is Statement statement ? writer.Write(statement) : writer.Write((Formula)shown))}$$";
    }
}
