namespace SymbolicBackprop.Checking.Reports;

/// <summary>How a report is laid out.</summary>
public sealed record ReportOptions
{
    /// <summary>The least width for which a report is laid out.</summary>
    internal const int LeastWidth = 40;

    /// <summary>Whether the text lists also what holds. The other formats always do.</summary>
    public bool Verbose { get; init; }

    /// <summary>The columns of the screen that the text is for.</summary>
    public int Width { get; init; } = 100;
}
