using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Exporting;

/// <summary>An assignment.</summary>
/// <param name="Name">The identifier that is assigned to.</param>
/// <param name="Value">What is assigned.</param>
internal sealed record Line(string Name, string Value);

/// <summary>What a system is handed: assignments in an order in which each uses the ones before it.</summary>
/// <param name="Given">The identifiers of what is given.</param>
/// <param name="Lines">The assignments.</param>
/// <param name="Results">The identifiers of what was asked for.</param>
/// <param name="Functions">The functions that are used.</param>
internal sealed record Listing(IReadOnlyList<string> Given, IReadOnlyList<Line> Lines, IReadOnlyList<string> Results, IReadOnlySet<Function> Functions);
