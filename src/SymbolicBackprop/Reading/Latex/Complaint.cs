namespace SymbolicBackprop.Reading.Latex;

/// <summary>The words of an error.</summary>
/// <param name="Message">What was found.</param>
/// <param name="Expected">What was expected there or what to do, or null where the message says it all.</param>
internal readonly record struct Complaint(string Message, string? Expected = null);
