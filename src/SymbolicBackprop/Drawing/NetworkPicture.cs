using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Drawing;

/// <summary>Draws a network: a column for each layer, units with names, weights on edges, and paths in colours of their own.</summary>
public sealed class NetworkPicture
{
    // Paths side by side on one edge; many of them share what a unit covers.
    private const double LaneWidth = 0.16;
    private const double EdgeWidth = 0.9;

    private const double LossHeight = 1.2;
    private const double LetterWidth = 0.27;

    private readonly Network network;
    private readonly IReadOnlyList<DependencyPath> paths;
    private readonly NetworkLayout layout;
    private readonly double lossWidth;
    private readonly List<Shape> shapes = [];

    private NetworkPicture(Network network, Notation notation, IReadOnlyList<DependencyPath> paths)
    {
        this.network = network;
        this.paths = paths;
        lossWidth = Math.Max(LossHeight, 0.3 + (LetterWidth * QuantityLetters.CountIn(notation.Loss)));
        layout = new NetworkLayout(network, [.. paths.SelectMany(path => path.Nodes).SelectMany(node => UnitsAt(node.Symbol)).Distinct()], lossWidth);
    }

    /// <summary>Draws a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="notation">How its names will be written: the loss may have a long one.</param>
    /// <param name="target">A quantity that the paths from the loss lead to, each drawn in a colour of its own; null for none.</param>
    /// <param name="mostPaths">Where there are more paths than this, or than there are colours, none is drawn.</param>
    /// <exception cref="KeyNotFoundException">The network has no such quantity.</exception>
    public static Picture Of(Network network, Notation notation, Symbol? target = null, int mostPaths = int.MaxValue) =>
        Of(network, notation, target, mostPaths, new Dependencies(network.Model));

    /// <summary>Draws a network one of whose pictures was drawn before.</summary>
    internal static Picture Of(Network network, Notation notation, Symbol? target, int mostPaths, Dependencies dependencies)
    {
        var paths = target is null || target == Symbol.Loss
            ? []
            : dependencies.PathsFollowed(network.Model[Symbol.Loss], network.Model[target], Math.Min(mostPaths, Palette.Count));
        var picture = new NetworkPicture(network, notation, paths);
        picture.AddEdges();
        picture.AddPaths();
        picture.AddNamesOfWeights();
        picture.AddUnits();
        picture.AddLoss();
        return new Picture(
            picture.layout.Width,
            picture.layout.Height,
            picture.shapes.ToEquatableList(),
            string.Join(" – ", Enumerable.Range(0, network.Layers.Count + 1).Select(network.UnitsOf)),
            paths.Count == 0 ? null : new Statement(Symbol.Loss, [new Link(Relation.LeadsTo, target!)]));
    }

    // Those that a quantity belongs to; a weight to two.
    private static IEnumerable<(int Layer, int Unit)> UnitsAt(Symbol symbol) => symbol switch
    {
        { Role: Role.Input, Indices: [var unit] } => [(0, unit.Number)],
        { Role: Role.Weight, Layer: { } layer, Indices: [var from, var to] } => [(layer.Number, to.Number), (layer.Number - 1, from.Number)],
        { Layer: { } layer, Indices: [var unit] } => [(layer.Number, unit.Number)],
        _ => [],
    };

    // The units that a path passes, from the loss down.
    private static IEnumerable<(int Layer, int Unit)> UnitsOn(DependencyPath path) => path.Nodes.SelectMany(node => UnitsAt(node.Symbol)).Distinct();

    private void AddEdges()
    {
        for (var layer = 1; layer <= network.Layers.Count; layer++)
        {
            foreach (var from in layout.UnitsOf(layer - 1))
            {
                foreach (var to in layout.UnitsOf(layer))
                {
                    shapes.Add(new Line(layout.PlaceOf(layer - 1, from), layout.PlaceOf(layer, to), 0) { Names = [Symbol.Weight(layer, from, to)] });
                }
            }
        }

        foreach (var output in layout.UnitsOf(network.Layers.Count))
        {
            var start = layout.PlaceOf(network.Layers.Count, output);
            shapes.Add(new Line(start, start.Towards(layout.Loss, ShareOutsideOfLoss(start)), 0) { HasArrow = true });
        }
    }

    private double ShareOutsideOfLoss(Point start) =>
        1 - Math.Min(lossWidth / 2 / (layout.Loss.X - start.X), LossHeight / 2 / Math.Max(Math.Abs(layout.Loss.Y - start.Y), 1e-9));

    private void AddPaths()
    {
        var lanes = paths
            .SelectMany((path, k) => EdgesOf(path).Select(edge => (edge.Ends, edge.Weight, Path: k + 1)))
            .GroupBy(lane => (lane.Ends, lane.Weight), lane => lane.Path);
        foreach (var lane in lanes)
        {
            var ((from, to), users) = (lane.Key.Ends, lane.ToList());
            var width = Math.Min(LaneWidth, EdgeWidth / users.Count);
            foreach (var (path, i) in users.Select((path, i) => (path, i)))
            {
                shapes.Add(Beside(from, to, path, (i - ((users.Count - 1) / 2.0)) * width) with { Names = lane.Key.Weight is { } weight ? [weight] : [] });
            }
        }
    }

    // The edges that a path takes, from the loss down; the last one where it ends in a weight.
    private IEnumerable<((Point From, Point To) Ends, Symbol? Weight)> EdgesOf(DependencyPath path)
    {
        (int Layer, int Unit)? right = null;
        foreach (var (layer, unit) in UnitsOn(path))
        {
            yield return ((layout.PlaceOf(layer, unit), right is { } end ? layout.PlaceOf(end.Layer, end.Unit) : layout.Loss),
                right is { } to ? Symbol.Weight(to.Layer, unit, to.Unit) : null);
            right = (layer, unit);
        }
    }

    private static Line Beside(Point from, Point to, int path, double distance)
    {
        var length = from.DistanceTo(to);
        var (dx, dy) = (-(to.Y - from.Y) / length * distance, (to.X - from.X) / length * distance);
        return new Line(new Point(from.X + dx, from.Y + dy), new Point(to.X + dx, to.Y + dy), path);
    }

    private void AddNamesOfWeights()
    {
        var ends = paths.Select(path => path.To.Symbol).Where(symbol => symbol.Role == Role.Weight);
        var all = Enumerable.Range(1, network.Layers.Count).Where(layout.NamesAllInto).SelectMany(layer =>
            layout.UnitsOf(layer - 1).SelectMany(from => layout.UnitsOf(layer).Select(to => Symbol.Weight(layer, from, to))));
        foreach (var weight in all.Concat(ends).Distinct())
        {
            var place = layout.NamePlace(weight.Layer!.Value.Number, weight.Indices[0].Number, weight.Indices[1].Number);
            shapes.Add(new Label(place, weight, 0) { IsSmall = true, Names = [weight] });
        }
    }

    private void AddUnits()
    {
        for (var layer = 0; layer <= network.Layers.Count; layer++)
        {
            var column = layout.UnitsOf(layer);
            foreach (var unit in column)
            {
                AddUnit(layer, unit);
            }

            foreach (var (above, below) in column.Zip(column.Skip(1)).Where(pair => pair.Second > pair.First + 1))
            {
                shapes.Add(new Ellipsis(layout.PlaceOf(layer, above).Towards(layout.PlaceOf(layer, below), 0.5)));
            }
        }

        // The name of a unit is that of its activation; what else paths end in stands over it.
        foreach (var end in paths.Select(path => path.To.Symbol).Where(symbol => symbol.Role is Role.Bias or Role.PreActivation).Distinct())
        {
            var layer = end.Layer!.Value.Number;
            foreach (var unit in end.Indices is [var only] ? [only.Number] : layout.UnitsOf(layer))
            {
                var place = layout.PlaceOf(layer, unit);
                shapes.Add(new Label(place with { Y = place.Y - NetworkLayout.Radius - 0.32 }, end, 0) { IsSmall = true, Names = [end] });
            }
        }
    }

    // Its rim has the colours of all paths through it.
    private void AddUnit(int layer, int unit)
    {
        var place = layout.PlaceOf(layer, unit);
        EquatableList<Symbol> names = layer == 0
            ? [Symbol.Input(unit)]
            : [Symbol.Activation(layer, unit), Symbol.PreActivation(layer, unit), network.BiasOf(layer, unit), Symbol.Delta(layer, unit)];
        var through = Enumerable.Range(1, paths.Count).Where(path => UnitsOn(WithoutWeight(paths[path - 1])).Contains((layer, unit))).ToList();
        shapes.Add(new Circle(place, NetworkLayout.Radius, through is [var only] ? only : 0) { Names = names });
        if (through.Count > 1)
        {
            var turn = 360.0 / through.Count;
            shapes.AddRange(through.Select((path, i) => new Arc(place, NetworkLayout.Radius, (turn * i) - 90, (turn * (i + 1)) - 90, path)));
        }

        shapes.Add(new Label(place, names[0], 0) { Names = names });
    }

    // The unit that a weight leads from is not on a path that ends in the weight.
    private static DependencyPath WithoutWeight(DependencyPath path) =>
        path.To.Symbol.Role == Role.Weight ? new DependencyPath([.. path.Nodes.SkipLast(1)]) : path;

    private void AddLoss()
    {
        shapes.Add(new Box(layout.Loss, lossWidth, LossHeight, 0));
        shapes.Add(new Label(layout.Loss, Symbol.Loss, 0));
    }
}
