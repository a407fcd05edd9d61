using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Writing.MathML;

/// <summary>Says on elements of a page which quantities they stand for, in formulas and in pictures alike, so that a script finds them.</summary>
internal static class DataNames
{
    /// <summary>The attribute, with a space before it; nothing where there are no quantities.</summary>
    public static string Attribute(params IReadOnlyList<Symbol> symbols) => symbols.Count == 0
        ? ""
        : $@" data-name=""{Letters.Escaped(string.Join(' ', symbols.Select(symbol => symbol.ToString().Replace(' ', '_'))))}""";
}
