using System.Globalization;
using System.Text;

namespace SymbolicBackprop.Benchmarks.Growth;

/// <summary>What was measured, as Markdown.</summary>
internal static class GrowthTable
{
    /// <param name="rows">The networks.</param>
    /// <param name="yardstick">The network that is held against the dictionary, and what the dictionary took, in milliseconds.</param>
    /// <param name="samples">How many measurements a median is of.</param>
    /// <param name="machine">What was measured on, and when.</param>
    public static string Of(IReadOnlyList<GrowthRow> rows, (GrowthRow Row, double Dictionary)? yardstick, int samples, string machine)
    {
        var text = new StringBuilder();
        text.Append("# How the cost grows with the network\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{machine} Times are medians of {samples}, in milliseconds.\n\n");
        text.Append("*Build* is from the description of a network to its loss, *gradient* from there to the derivatives by all parameters,\n");
        text.Append("*evaluation* one evaluation of all of these. *Bytes a node* are those that the graph holds in the end; *allocated* is all that\n");
        text.Append("was allocated on the way, a node, and no less than the peak. Hidden layers are tanh; the loss is the square of the error, and\n");
        text.Append("for 784-128-64-10 the cross-entropy of softmax.\n\n");
        text.Append("![Time against parameters](growth.svg)\n\n");
        text.Append("| network | parameters | nodes of the loss | with the gradient | build | gradient | evaluation | bytes a node | allocated |\n");
        text.Append("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Short(row)} | {row.Parameters:N0} | {row.LossNodes:N0} | {row.Nodes:N0} | {Time(row.Build)} | {Time(row.Gradient)} | {Time(row.Evaluation)} | {(double)row.GraphBytes / row.Nodes:F1} | {(double)row.AllocatedBytes / row.Nodes:F0} |\n");
        }

        text.Append('\n');
        foreach (var series in rows.GroupBy(row => row.Series).Where(series => series.Count() > 1))
        {
            var slope = Slope.Of([.. series.Select(row => ((double)row.Parameters, row.Total))]);
            text.Append(CultureInfo.InvariantCulture, $"- {series.Key}: build and gradient together grow as the parameters to the power of {slope.Exponent:F2}.\n");
        }

        if (yardstick is { } held)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {held.Row.Network}: build and gradient together take {Time(held.Row.Total)} ms; putting {held.Row.Nodes:N0} random keys into a `Dictionary<long, int>` with room for them takes {Time(held.Dictionary)} ms, a ratio of {held.Row.Total / held.Dictionary:F1}.\n");
        }

        return text.ToString();
    }

    // A deep network by what stands between.
    private static string Short(GrowthRow row)
    {
        var units = row.Network.Split('-');
        return row.Series == row.Network || units.Length <= 4 ? row.Network : string.Create(CultureInfo.InvariantCulture, $"{units[0]}, {units.Length - 2} × {units[1]}, {units[^1]}");
    }

    // Three digits.
    private static string Time(double milliseconds) => milliseconds.ToString(milliseconds < 1 ? "F4" : milliseconds < 10 ? "F2" : "F1", CultureInfo.InvariantCulture);
}
