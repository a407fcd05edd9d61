using System.Globalization;
using System.Text;

namespace SymbolicBackprop.Robustness;

/// <summary>What came of the inputs of a class.</summary>
/// <param name="name">What the table calls them.</param>
/// <param name="tried">How many were tried.</param>
internal sealed class Tally(string name, int tried)
{
    private const double Megabyte = 1 << 20;

    // More that is in use than this, and more than a quarter, is no chance.
    private const long Noise = 16 << 20;

    private readonly Lock gate = new();
    private readonly List<int> crashes = [];
    private readonly List<int> hangs = [];
    private readonly List<int> wrong = [];
    private int accepted;

    public long BytesEarly { get; set; }

    public long BytesLate { get; set; }

    public TimeSpan Elapsed { get; set; }

    public int Accepted => accepted;

    public IReadOnlyList<int> Failed => [.. crashes.Concat(hangs).Concat(wrong).Order()];

    public bool IsClean => Failed.Count == 0 && BytesLate <= Math.Max(BytesEarly + Noise, BytesEarly / 4 * 5);

    public void Add(int seed, Trial trial)
    {
        lock (gate)
        {
            accepted += trial.IsAccepted ? 1 : 0;
            if (trial.Wrong is not null)
            {
                wrong.Add(seed);
            }
        }
    }

    public void AddCrash(int seed)
    {
        lock (gate)
        {
            crashes.Add(seed);
        }
    }

    public void AddHang(int seed)
    {
        lock (gate)
        {
            hangs.Add(seed);
        }
    }

    /// <summary>All classes as a Markdown table, with the seeds of what failed under it.</summary>
    public static string Table(IReadOnlyList<Tally> tallies)
    {
        var text = new StringBuilder();
        text.Append("| inputs | tried | taken | refused | crashes | hangs | wrong verdicts | seconds | memory in use, early and late |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var tally in tallies)
        {
            text.Append(tally.Row());
        }

        foreach (var tally in tallies.Where(tally => tally.Failed.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{tally.Name}: seeds {string.Join(", ", tally.Failed)}\n");
        }

        return text.ToString();
    }

    private string Name => name;

    private string Row() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {tried} | {accepted} | {tried - accepted - crashes.Count} | {crashes.Count} | {hangs.Count} | {wrong.Count} | {Elapsed.TotalSeconds:F0} | {BytesEarly / Megabyte:F0} MB, {BytesLate / Megabyte:F0} MB |\n");
}
