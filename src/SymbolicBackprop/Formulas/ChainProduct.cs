namespace SymbolicBackprop.Formulas;

/// <summary>prod(∂of/∂through, ∂through/∂by): what one quantity contributes, over another, to a derivative. It has the shape of that derivative.</summary>
/// <param name="Of">The quantity that is differentiated.</param>
/// <param name="Through">What both derivatives share.</param>
/// <param name="By">What it is differentiated by.</param>
internal sealed record ChainProduct(Formula Of, Symbol Through, Formula By)
{
    /// <summary>The name of the function that it is written with.</summary>
    public const string Name = "prod";

    /// <summary>The parts of a call that is one, or null.</summary>
    public static ChainProduct? From(Call call) =>
        call is { Function: { Name: Name, Layer: null }, Primes: 0, Arguments: [Derivative { By: Symbol through } first, Derivative second] } && second.Of == through
            ? new(first.Of, through, second.By)
            : null;
}
