namespace SymbolicBackprop.Formulas;

/// <summary>A matrix or vector with rows and columns exchanged, written with ⊤.</summary>
/// <param name="Body">What is transposed.</param>
public sealed record Transpose(Formula Body) : Formula
{
    internal override Formula Bind(string letter, int value) => new Transpose(Body.Bind(letter, value));
}

/// <summary>The product entry by entry of two or more matrices of one shape, written with ⊙.</summary>
/// <param name="Factors">The matrices in reading order.</param>
public sealed record Hadamard(EquatableList<Formula> Factors) : Formula
{
    /// <summary>A product entry by entry, with such products among the factors opened. A minus sign of the first goes before all of it.</summary>
    public static Formula Of(params IEnumerable<Formula> factors)
    {
        var flat = factors
            .SelectMany(factor => factor is Hadamard hadamard ? hadamard.Factors : (IEnumerable<Formula>)[factor])
            .ToEquatableList();
        return flat switch
        {
            [var only] => only,
            [Negative first, ..] => -Of([first.Body, .. flat.Skip(1)]),
            _ => new Hadamard(flat),
        };
    }

    internal override Formula Bind(string letter, int value) => new Hadamard(Factors.Select(factor => factor.Bind(letter, value)).ToEquatableList());
}

/// <summary>The gradient of a number by a vector or a matrix, written with ∇; it has the shape of what it is taken by.</summary>
/// <param name="By">The vector or matrix.</param>
/// <param name="Of">The number.</param>
public sealed record Nabla(Formula By, Formula Of) : Formula
{
    internal override Formula Bind(string letter, int value) => new Nabla(By.Bind(letter, value), Of.Bind(letter, value));
}

/// <summary>The number of rows and columns of a matrix, as the label under it: 3 × 2.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of columns.</param>
public sealed record Dimensions(int Rows, int Columns) : Formula
{
    internal override Formula Bind(string letter, int value) => this;
}

/// <summary>What sets formulas about whole layers apart.</summary>
internal static class WholeLayers
{
    /// <summary>Whether a formula speaks of whole layers: then it is a matrix, and its products are products of matrices.</summary>
    public static bool SpeaksOfLayers(this Formula formula) => formula.WithParts().Any(part => part is Symbol { IsWhole: true });
}
