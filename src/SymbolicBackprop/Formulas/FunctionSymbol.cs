namespace SymbolicBackprop.Formulas;

/// <summary>The name of a function in a formula.</summary>
/// <param name="Name">The name of a function of mathematics such as <c>tanh</c>, or <see cref="LayerFunction"/>.</param>
/// <param name="Layer">The layer whose activation function it is, or null for a function of mathematics.</param>
public sealed record FunctionSymbol(string Name, Index? Layer)
{
    /// <summary>The name under which the activation functions of layers go, f.</summary>
    public const string LayerFunction = "f";

    /// <summary>Whether activation functions of layers go by a letter: see <see cref="Notations.QuantityLetters.AreFunctions"/>.</summary>
    public static bool IsLayerLetter(string letter) => letter is LayerFunction or "g" or @"\phi" or @"\varphi" or @"\sigma";

    /// <summary>The activation function of a layer.</summary>
    public static FunctionSymbol OfLayer(Index layer) => new(LayerFunction, layer);

    /// <summary>A plain name such as <c>f_3</c>, for messages.</summary>
    public override string ToString() => Layer is { } layer ? $"{Name}_{layer}" : Name;
}
