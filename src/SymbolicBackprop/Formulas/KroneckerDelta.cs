namespace SymbolicBackprop.Formulas;

/// <summary>1 where two indices are equal and 0 where they are not, written 1{i = j}.</summary>
/// <param name="Left">One index.</param>
/// <param name="Right">The other.</param>
public sealed record KroneckerDelta(Index Left, Index Right) : Formula
{
    internal override Formula Bind(string letter, int value) => new KroneckerDelta(Left.Bind(letter, value), Right.Bind(letter, value));
}
