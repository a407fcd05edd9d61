namespace SymbolicBackprop.Diagnostics;

/// <summary>
/// How much is taken on before it is refused. What a person writes stays far below; who trusts what is handed in raises them.
/// <see cref="Limit.All"/> names each.
/// </summary>
public sealed record Limits
{
    /// <summary>The limits where nobody says otherwise.</summary>
    public static Limits Default { get; } = new();

    /// <summary>The size of a file that is read, in millions of bytes.</summary>
    public int Input { get; init; } = 10;

    /// <summary>The characters of a network file.</summary>
    public int NetworkFile { get; init; } = 1_000_000;

    /// <summary>The characters of one formula of a document.</summary>
    public int Formula { get; init; } = 64 * 1024;

    /// <summary>How deep brackets, fractions, scripts and the like of a document's formula stand inside one another.</summary>
    public int Nesting { get; init; } = 100;

    /// <summary>The units of a layer, and the inputs.</summary>
    public int Units { get; init; } = 1000;

    /// <summary>The layers of a network.</summary>
    public int Layers { get; init; } = 1000;

    /// <summary>The weights and biases of a network. Each is a variable of the model; with this many a sheet takes seconds.</summary>
    public int Parameters { get; init; } = 100_000;

    /// <summary>The paths that a network file may have followed one by one; beyond what it asks for, sums go over units.</summary>
    public int Paths { get; init; } = 100;

    /// <summary>The size of what is written, in millions of bytes.</summary>
    public int Output { get; init; } = 100;

    /// <summary>The seconds that a check, or the making of a sheet, may take; pages set by TeX have as many again for each run.</summary>
    public int Seconds { get; init; } = 60;
}
