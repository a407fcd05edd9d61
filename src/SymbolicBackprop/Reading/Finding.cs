namespace SymbolicBackprop.Reading;

/// <summary>How a finding bears on what is read.</summary>
public enum FindingKind
{
    /// <summary>The text cannot be read.</summary>
    Error,

    /// <summary>The text can be read, and a part of it that says nothing about the mathematics was passed over.</summary>
    Note,
}

/// <summary>Something found while reading.</summary>
/// <param name="Kind">How it bears on what is read.</param>
/// <param name="Span">Where it was found.</param>
/// <param name="Message">What was found; begins in lower case, without a full stop.</param>
/// <param name="Expected">What was expected there or what to do, or null where the message says it all.</param>
public sealed record Finding(FindingKind Kind, TextSpan Span, string Message, string? Expected = null)
{
    /// <summary>The same finding in a text that this one's text stands in.</summary>
    /// <param name="offset">Where the inner text starts in the outer one.</param>
    public Finding Shift(int offset) => this with { Span = Span.Shift(offset) };

    /// <summary>The finding in one line: <c>offset..end: message (expected)</c>.</summary>
    public override string ToString() => $"{Span}: {Message}" + (Expected is null ? "" : $" ({Expected})");
}
