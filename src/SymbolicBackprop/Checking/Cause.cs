using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Checking;

/// <summary>The slip that explains why a relation does not hold: with it repaired, the relation holds.</summary>
/// <param name="Slip">The kind of slip.</param>
/// <param name="Place">Where it was made, in the document.</param>
/// <param name="Correction">The relation as it should read, as LaTeX in the notation of the document.</param>
public sealed record Cause(Slip Slip, TextSpan Place, string Correction);
