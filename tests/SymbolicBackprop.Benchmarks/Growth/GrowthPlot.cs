using System.Globalization;
using System.Text;

namespace SymbolicBackprop.Benchmarks.Growth;

/// <summary>Time against parameters on logarithmic axes, as SVG.</summary>
internal sealed class GrowthPlot
{
    private const int Width = 680;
    private const int Height = 420;
    private const int Left = 74;
    private const int Right = 44;
    private const int Top = 24;
    private const int Bottom = 56;

    private static readonly string[] Colors = ["#0b6e99", "#c2410c", "#3f3f46"];

    private readonly StringBuilder text = new();
    private readonly (int From, int To) x;
    private readonly (int From, int To) y;

    private GrowthPlot(IReadOnlyList<GrowthRow> rows)
    {
        x = Decades(rows.Select(row => (double)row.Parameters));
        y = Decades(rows.Select(row => row.Total));
    }

    public static string Of(IReadOnlyList<GrowthRow> rows)
    {
        var plot = new GrowthPlot(rows);
        plot.AddFrame();
        foreach (var (number, series) in rows.GroupBy(row => row.Series).Index())
        {
            plot.AddSeries(number, series.Key, [.. series.Select(row => ((double)row.Parameters, row.Total))]);
        }

        return plot.text.Append("</svg>\n").ToString();
    }

    private static (int From, int To) Decades(IEnumerable<double> values)
    {
        var all = values.ToList();
        var from = (int)Math.Floor(Math.Log10(all.Min()));
        return (from, Math.Max(from + 1, (int)Math.Ceiling(Math.Log10(all.Max()))));
    }

    private double X(double value) => Left + ((Math.Log10(value) - x.From) / (x.To - x.From) * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - ((Math.Log10(value) - y.From) / (y.To - y.From) * (Height - Top - Bottom));

    private void Add(FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');

    private void AddFrame()
    {
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"system-ui, 'Helvetica Neue', Arial, sans-serif\" font-size=\"13\" fill=\"#27272a\">");
        Add($"<title>Time to build a network's loss and all its derivatives, against the number of parameters</title>");
        Add($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        for (var power = x.From; power <= x.To; power++)
        {
            var at = X(Math.Pow(10, power));
            Add($"<path d=\"M{at:F1} {Top}V{Height - Bottom}\" stroke=\"#e4e4e7\"/>");
            Add($"<text x=\"{at:F1}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{Math.Pow(10, power):N0}</text>");
        }

        for (var power = y.From; power <= y.To; power++)
        {
            var at = Y(Math.Pow(10, power));
            Add($"<path d=\"M{Left} {at:F1}H{Width - Right}\" stroke=\"#e4e4e7\"/>");
            Add($"<text x=\"{Left - 8}\" y=\"{at + 4.5:F1}\" text-anchor=\"end\">{TimeName(power)}</text>");
        }

        Add($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 14}\" text-anchor=\"middle\">parameters</text>");
        Add($"<text transform=\"translate(18 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">build and gradient</text>");
    }

    // A power of ten of milliseconds.
    private static string TimeName(int power) => power switch
    {
        < 0 => Math.Pow(10, power + 3).ToString("0.###", CultureInfo.InvariantCulture) + " µs",
        < 3 => Math.Pow(10, power).ToString("0", CultureInfo.InvariantCulture) + " ms",
        _ => Math.Pow(10, power - 3).ToString("0", CultureInfo.InvariantCulture) + " s",
    };

    private void AddSeries(int number, string name, IReadOnlyList<(double X, double Y)> points)
    {
        var color = Colors[number % Colors.Length];
        var label = name;
        if (points.Count > 1)
        {
            var slope = Slope.Of(points);
            var (first, last) = (points.Min(point => point.X), points.Max(point => point.X));
            Add($"<path d=\"M{X(first):F1} {Y(slope.At(first)):F1}L{X(last):F1} {Y(slope.At(last)):F1}\" stroke=\"{color}\" stroke-width=\"1.5\" stroke-dasharray=\"{(number == 0 ? "none" : "6 4")}\"/>");
            label = FormattableString.Invariant($"{name}: slope {slope.Exponent:F2}");
        }

        foreach (var point in points)
        {
            AddMark(number, X(point.X), Y(point.Y), color);
        }

        AddMark(number, Left + 22, Top + 20 + (22 * number), color);
        Add($"<text x=\"{Left + 36}\" y=\"{Top + 24.5 + (22 * number)}\">{label}</text>");
    }

    // Each series has a shape of its own besides its colour.
    private void AddMark(int number, double x, double y, string color)
    {
        switch (number % 3)
        {
            case 0:
                Add($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"4.5\" fill=\"{color}\"/>");
                break;
            case 1:
                Add($"<rect x=\"{x - 4:F1}\" y=\"{y - 4:F1}\" width=\"8\" height=\"8\" fill=\"{color}\"/>");
                break;
            default:
                Add($"<path d=\"M{x:F1} {y - 6:F1}l6 6l-6 6l-6 -6z\" fill=\"{color}\"/>");
                break;
        }
    }
}
