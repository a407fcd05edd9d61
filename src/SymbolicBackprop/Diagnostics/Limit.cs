using System.Collections.Immutable;

namespace SymbolicBackprop.Diagnostics;

/// <summary>One of the <see cref="Limits"/>, by its name.</summary>
/// <param name="Name">The name, as on the command line.</param>
/// <param name="Summary">What it bounds.</param>
/// <param name="Highest">The most that it can be raised to.</param>
/// <param name="Of">Its value.</param>
/// <param name="In">Limits with another value of it.</param>
public sealed record Limit(string Name, string Summary, int Highest, Func<Limits, int> Of, Func<Limits, int, Limits> In)
{
    /// <summary>All limits.</summary>
    public static ImmutableArray<Limit> All { get; } =
    [
        new("input", "MB of a file that is read", 1000, limits => limits.Input, (limits, value) => limits with { Input = value }),
        new("network-file", "characters of a network file", 100_000_000, limits => limits.NetworkFile, (limits, value) => limits with { NetworkFile = value }),
        new("formula", "characters of one formula of a document", 10_000_000, limits => limits.Formula, (limits, value) => limits with { Formula = value }),

        // Formulas are trees that are walked down: the highest leaves room on the smallest usual stack.
        new("nesting", "how deep the parts of a document's formula stand inside one another", 200, limits => limits.Nesting, (limits, value) => limits with { Nesting = value }),
        new("units", "units of a layer, and inputs", 1_000_000, limits => limits.Units, (limits, value) => limits with { Units = value }),
        new("layers", "layers of a network", 1_000_000, limits => limits.Layers, (limits, value) => limits with { Layers = value }),
        new("parameters", "weights and biases of a network", 10_000_000, limits => limits.Parameters, (limits, value) => limits with { Parameters = value }),
        new("paths", "the most that 'max-paths' may be", 10_000, limits => limits.Paths, (limits, value) => limits with { Paths = value }),
        new("output", "MB that are written", 1000, limits => limits.Output, (limits, value) => limits with { Output = value }),
        new("seconds", "seconds that a check, or the making of a sheet, may take", 1_000_000, limits => limits.Seconds, (limits, value) => limits with { Seconds = value }),
    ];

    /// <summary>The limit of a name, or null.</summary>
    public static Limit? Named(string name) => All.FirstOrDefault(limit => limit.Name == name);

    /// <summary>What to do where a limit is exceeded.</summary>
    /// <param name="name">Its name.</param>
    internal static string Hint(string name) => $"where you trust the input, raise the limit: --limit {name}=…";
}
