namespace SymbolicBackprop.Benchmarks.Growth;

/// <summary>A power law y = e^offset · x^exponent, fitted by least squares to logarithms.</summary>
/// <param name="Exponent">The slope in a picture with logarithmic axes.</param>
/// <param name="Offset">The logarithm of y at x = 1.</param>
internal readonly record struct Slope(double Exponent, double Offset)
{
    public static Slope Of(IReadOnlyList<(double X, double Y)> points)
    {
        var logarithms = points.Select(point => (X: Math.Log(point.X), Y: Math.Log(point.Y))).ToList();
        var (x, y) = (logarithms.Average(point => point.X), logarithms.Average(point => point.Y));
        var exponent = logarithms.Sum(point => (point.X - x) * (point.Y - y)) / logarithms.Sum(point => (point.X - x) * (point.X - x));
        return new Slope(exponent, y - (exponent * x));
    }

    public double At(double x) => Math.Exp(Offset + (Exponent * Math.Log(x)));
}
