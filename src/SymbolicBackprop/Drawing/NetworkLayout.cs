using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Drawing;

/// <summary>Where everything stands in the picture of a network: a column for each layer, the first units and the last of wide ones.</summary>
internal sealed class NetworkLayout
{
    /// <summary>The radius of a unit.</summary>
    public const double Radius = 0.6;

    private const double SideMargin = 0.2;

    // Above the first unit the name of its bias may stand.
    private const double UpperMargin = 0.7;
    private const double LowerMargin = 0.2;
    private const double SmallestUnitGap = 1.85;
    private const double SmallestColumnGap = 3.6;

    // Between high columns there are steep lines, unless they are further apart.
    private const double ColumnGapToHeight = 0.32;

    // How far units that others are left out between stand apart, in gaps of others.
    private const double GapOfOmission = 1.6;

    // Names on lines need so much room: above one another, and beside the unit that they are nearest to.
    private const double NameHeight = 0.6;
    private const double NameDistance = Radius + 0.6;

    // Between layers with more weights than this only those of paths are named.
    private const int MostNamedWeights = 16;

    // More units than this in a column are shortened.
    private const int MostUnits = 8;

    private readonly Network network;
    private readonly List<IReadOnlyList<int>> columns = [];
    private readonly List<double> xs = [];
    private readonly double unitGap;

    /// <param name="network">The network.</param>
    /// <param name="wanted">Units that are to be shown.</param>
    /// <param name="lossWidth">The width of the box of the loss.</param>
    public NetworkLayout(Network network, IReadOnlyCollection<(int Layer, int Unit)> wanted, double lossWidth)
    {
        this.network = network;
        for (var layer = 0; layer <= network.Layers.Count; layer++)
        {
            columns.Add(Shown(network.UnitsOf(layer), wanted.Where(unit => unit.Layer == layer).Select(unit => unit.Unit)));
        }

        var layers = Enumerable.Range(1, network.Layers.Count).ToList();
        unitGap = Math.Max(SmallestUnitGap, layers.Where(NamesAllInto).Select(layer => NameHeight * (Narrower(layer) + 1)).DefaultIfEmpty(0).Max());
        var innerHeight = unitGap * columns.Max(Gaps);
        xs.Add(SideMargin + Radius);
        foreach (var layer in layers)
        {
            var names = NamesAllInto(layer) ? NameDistance * (Narrower(layer) + 1) : 0;
            xs.Add(xs[^1] + Math.Max(Math.Max(SmallestColumnGap, names), ColumnGapToHeight * innerHeight));
        }

        Height = UpperMargin + (2 * Radius) + innerHeight + LowerMargin;
        Loss = new Point(xs[^1] + Radius + 1.8 + (lossWidth / 2), UpperMargin + Radius + (innerHeight / 2));
        Width = Loss.X + (lossWidth / 2) + SideMargin;
    }

    /// <summary>The width of the picture.</summary>
    public double Width { get; }

    /// <summary>The height of the picture.</summary>
    public double Height { get; }

    /// <summary>The centre of the loss.</summary>
    public Point Loss { get; }

    /// <summary>The units of a layer that are shown; layer 0 holds the inputs.</summary>
    public IReadOnlyList<int> UnitsOf(int layer) => columns[layer];

    /// <summary>The centre of a unit that is shown.</summary>
    public Point PlaceOf(int layer, int unit)
    {
        var column = columns[layer];
        var above = Gaps([.. column.TakeWhile(other => other <= unit)]);
        return new Point(xs[layer], Loss.Y + ((above - (Gaps(column) / 2)) * unitGap));
    }

    /// <summary>Whether all weights into a layer have their names on them.</summary>
    public bool NamesAllInto(int layer) => network.UnitsOf(layer - 1) * network.UnitsOf(layer) <= MostNamedWeights
        && columns[layer].Count == network.UnitsOf(layer) && columns[layer - 1].Count == network.UnitsOf(layer - 1);

    /// <summary>Where the name of a weight stands.</summary>
    /// <remarks>
    /// With n units on one side, no more than on the other, lines are all apart, and evenly, at 1/(n + 1) of the way from the other side.
    /// </remarks>
    public Point NamePlace(int layer, int from, int to)
    {
        var share = NamesAllInto(layer) ? 1.0 / (Narrower(layer) + 1) : 0.5;
        return PlaceOf(layer - 1, from).Towards(PlaceOf(layer, to), columns[layer - 1].Count < columns[layer].Count ? 1 - share : share);
    }

    private static IReadOnlyList<int> Shown(int count, IEnumerable<int> wanted) => count <= MostUnits
        ? [.. Enumerable.Range(1, count)]
        : [.. wanted.Append(count).Concat(Enumerable.Range(1, MostUnits)).Distinct().Take(MostUnits - 1).Order()];

    private static double Gaps(IReadOnlyList<int> column) => column.Zip(column.Skip(1)).Sum(pair => pair.Second == pair.First + 1 ? 1 : GapOfOmission);

    private int Narrower(int layer) => Math.Min(columns[layer - 1].Count, columns[layer].Count);
}
