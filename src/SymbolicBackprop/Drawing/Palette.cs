namespace SymbolicBackprop.Drawing;

/// <summary>The colours of paths, in the order in which they are used.</summary>
public enum PathColor
{
    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Vermilion, an orange red.</summary>
    Red,

    /// <summary>Bluish green.</summary>
    Green,

    /// <summary>Reddish purple.</summary>
    Pink,

    /// <summary>Orange.</summary>
    Orange,

    /// <summary>Sky blue.</summary>
    LightBlue,

    /// <summary>Brown.</summary>
    Brown,

    /// <summary>Violet.</summary>
    Violet,
}

/// <summary>
/// How the colours look: the first six are told apart by people who see few colours too (M. Okabe and K. Ito, Color Universal
/// Design, 2008), and all are seen on light and on dark pages.
/// </summary>
public static class Palette
{
    private static readonly string[] Colors = ["0072B2", "D55E00", "009E73", "CC79A7", "E69F00", "56B4E9", "8F6B32", "8A5BD0"];

    /// <summary>How many there are: more paths cannot be told apart.</summary>
    public static int Count => Colors.Length;

    /// <summary>The colour of a path.</summary>
    /// <param name="path">The number of the path, from 1.</param>
    public static PathColor Of(int path) => (PathColor)(path - 1);

    /// <summary>The colour of a path as six hexadecimal digits.</summary>
    /// <param name="path">The number of the path, from 1.</param>
    public static string DigitsOf(int path) => Colors[path - 1];
}
