namespace SymbolicBackprop.Diagnostics;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>The input cannot be used as it is.</summary>
    Error,

    /// <summary>The input can be used, but is probably not what was meant.</summary>
    Warning,
}
