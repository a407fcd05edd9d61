using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Files;

/// <summary>Names of the quantities of equations, where a file speaks of them elsewhere: one, or all of a letter.</summary>
internal static class EquationNames
{
    /// <summary>Reads a name such as <c>x</c> or <c>h_{0}</c>, or returns null.</summary>
    public static ValueKey? Read(string written, Model model)
    {
        var reader = new LatexReader(new ReadingContext { LettersAreNames = true, Model = model });
        return reader.ReadFormula(written.Trim(' ', '$')).Value is Symbol { IsUpdated: false, Sample: null } symbol && symbol.Indices.All(index => index.Letter is null) && symbol.Layer?.Letter is null
            ? new ValueKey(Role.Named, symbol.Letter, symbol.Layer?.Number, symbol.Indices.Select(index => index.Number).ToEquatableList())
            : null;
    }
}
