using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Sheets
{
    /// <summary>Stands in until documents exist.</summary>
    public sealed record Document(SheetFile File);

    /// <summary>Stands in until sheets can be composed.</summary>
    public static class SheetComposer
    {
        /// <summary>Stands in until sheets can be composed.</summary>
        public static Document Compose(SheetFile file) => new(file);
    }
}

namespace SymbolicBackprop.Writing.Latex
{
    /// <summary>Stands in until documents can be written.</summary>
    public static class LatexDocument
    {
        /// <summary>Stands in until documents can be written.</summary>
        public static string Write(Sheets.Document document) =>
            "\\documentclass{article}\n\\begin{document}\n" + WriteFragment(document) + "\\end{document}\n";

        /// <summary>Stands in until documents can be written.</summary>
        public static string WriteFragment(Sheets.Document document) => string.Concat(document.File.Questions.Select(question =>
            $"\\[\n{new LatexWriter(question.Notation).Write(new Derivative(Symbol.Loss, question.Target))} = ?\n\\]\n"));
    }
}
