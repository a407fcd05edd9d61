namespace SymbolicBackprop.Checking.Reports;

/// <summary>What a piece of text says by its colour.</summary>
public enum Emphasis
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A heading.</summary>
    Strong,

    /// <summary>Something of less weight.</summary>
    Faint,

    /// <summary>Something right.</summary>
    Right,

    /// <summary>Something to look at.</summary>
    Doubtful,

    /// <summary>Something wrong.</summary>
    Wrong,
}

/// <summary>A piece of text, with what a screen says by its colour.</summary>
/// <param name="Text">The text.</param>
/// <param name="Emphasis">What its colour says.</param>
public readonly record struct StyledText(string Text, Emphasis Emphasis = Emphasis.None);
