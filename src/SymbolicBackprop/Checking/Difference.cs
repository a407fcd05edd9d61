using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Checking;

/// <summary>The first part of a side that is not what should stand there, where no usual slip explains the mistake.</summary>
/// <param name="Place">Where the part stands in the document; the whole side where something is missing.</param>
/// <param name="Found">What stands there, as LaTeX; empty where something is missing.</param>
/// <param name="Expected">What should stand there, as LaTeX; empty where nothing should.</param>
public sealed record Difference(TextSpan Place, string Found, string Expected);
