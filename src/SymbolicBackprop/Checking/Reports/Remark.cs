using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>How a remark is to be taken.</summary>
internal enum Standing
{
    /// <summary>All is well.</summary>
    Right,

    /// <summary>There is nothing to be right or wrong.</summary>
    Neutral,

    /// <summary>It is worth a look, and no mistake.</summary>
    Doubtful,

    /// <summary>It is a mistake.</summary>
    Wrong,
}

/// <summary>What is said in the margin of a document.</summary>
/// <param name="Place">The place that it is about, in the document.</param>
/// <param name="Standing">How it is to be taken.</param>
/// <param name="Verdict">The verdict in a word or two.</param>
/// <param name="Reason">The reason in a few more, without a full stop.</param>
internal sealed record Remark(TextSpan Place, Standing Standing, string Verdict, string Reason)
{
    /// <summary>Verdict and reason.</summary>
    public string Headline => $"{Verdict}: {Reason}";

    /// <summary>What else there is to say, in sentences.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Formulas that show it.</summary>
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];

    /// <summary>Whether somebody who looks for mistakes wants to see it.</summary>
    public bool IsNoteworthy => Standing is Standing.Doubtful or Standing.Wrong;
}

/// <summary>A formula that shows something.</summary>
/// <param name="Standing">Whether it is right or wrong.</param>
/// <param name="Label">What it shows.</param>
/// <param name="Steps">The formula as LaTeX, or for a path its quantities from one end to the other.</param>
internal sealed record Exhibit(Standing Standing, string Label, params IReadOnlyList<string> Steps);
