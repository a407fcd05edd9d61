using System.Globalization;
using System.Runtime.InteropServices;

namespace SymbolicBackprop.Benchmarks;

/// <summary>What was measured on, and when.</summary>
internal static class Machine
{
    public static string Describe()
    {
        const string file = "/proc/cpuinfo";
        var name = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Measured on {DateTime.UtcNow:yyyy-MM-dd}: {name ?? "a processor"} ({RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores), .NET {Environment.Version}.");
    }
}
