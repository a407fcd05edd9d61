using System.Collections.Immutable;
using System.Globalization;

namespace SymbolicBackprop.Identities;

/// <summary>A point at which two expressions have different values.</summary>
/// <param name="Point">The value of each variable that the two sides depend on, in the order of the variables' creation.</param>
/// <param name="Left">The value of the left side.</param>
/// <param name="Right">The value of the right side.</param>
public sealed record Witness(ImmutableArray<KeyValuePair<string, double>> Point, double Left, double Right)
{
    /// <summary>The point and both values, as <c>x = 0.5, y = 2: 1.25 ≠ 1.5</c>.</summary>
    public override string ToString()
    {
        var point = string.Join(", ", Point.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} = {entry.Value:G6}")));
        return string.Create(CultureInfo.InvariantCulture, $"{point}{(point.Length > 0 ? ": " : "")}{Left:G10} ≠ {Right:G10}");
    }
}
