namespace SymbolicBackprop.Drawing;

/// <summary>The colours of paths, told apart by people who see few colours too (M. Okabe and K. Ito, Color Universal Design, 2008).</summary>
public static class Palette
{
    private static readonly string[] Colors = ["0072B2", "D55E00", "009E73", "CC79A7", "E69F00", "56B4E9", "7F5F00", "4B0082"];

    /// <summary>How many there are; after the last the first comes again.</summary>
    public static int Count => Colors.Length;

    /// <summary>The colour of a path as six hexadecimal digits.</summary>
    /// <param name="path">The number of the path, from 1.</param>
    public static string Of(int path) => Colors[(path - 1) % Colors.Length];
}
