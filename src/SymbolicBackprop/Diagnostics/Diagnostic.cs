namespace SymbolicBackprop.Diagnostics;

/// <summary>Something found in an input: what it is, where, and what to do about it.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What was found and what was expected; begins in lower case, without a full stop.</param>
/// <param name="Place">Where it was found, or null where it concerns no text.</param>
/// <param name="Hint">What to do, or null where the message says it all.</param>
public sealed record Diagnostic(Severity Severity, string Message, Place? Place, string? Hint = null)
{
    /// <summary>An error at a place.</summary>
    public static Diagnostic Error(Place? place, string message, string? hint = null) => new(Severity.Error, message, place, hint);

    /// <summary>
    /// The finding for reading on a screen: <c>file:line:column: error: message</c>, the line with a caret under the place, and the
    /// hint. Lines end in a line feed; the last one does not.
    /// </summary>
    public string Render() => DiagnosticText.Of(this);

    /// <summary>The finding in one line, without source and hint.</summary>
    public override string ToString() => DiagnosticText.Headline(this);
}
