using System.Globalization;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Exporting;

/// <summary>Numbers as systems write them.</summary>
internal static class Numerals
{
    /// <summary>Exactly, with a sign of division that divides exactly.</summary>
    public static Piece Exact(Rational number) => new(number.ToString(), number.IsInteger ? Binding.Atom : Binding.Product);

    /// <summary>The nearest double, always with a point or an exponent, so that it is none of the integers.</summary>
    public static Piece Double(Rational number)
    {
        var text = ((double)number).ToString("R", CultureInfo.InvariantCulture);
        return new Piece(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0", Binding.Atom);
    }
}
