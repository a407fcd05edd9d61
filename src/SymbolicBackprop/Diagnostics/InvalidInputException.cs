using System.Collections.Immutable;

namespace SymbolicBackprop.Diagnostics;

/// <summary>An input has errors; the message holds all of them, with their places.</summary>
/// <param name="diagnostics">What was found.</param>
public sealed class InvalidInputException(ImmutableArray<Diagnostic> diagnostics)
    : Exception(string.Join("\n", diagnostics.Select(diagnostic => diagnostic.Render())))
{
    /// <summary>What was found, in order of place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;
}
