using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Drawing;

/// <summary>
/// Lays a network out for drawing: a column for each layer, units with names, edges with weights, and paths in colours of their own.
/// </summary>
public sealed class NetworkPicture
{
    private const double Radius = 0.6;
    private const double ColumnGap = 4;
    private const double SmallestUnitGap = 1.7;
    private const double Margin = 0.9;

    // Names on edges need so much room above one another.
    private const double NameGap = 0.62;

    // Between layers with more edges than this only those of the paths are named.
    private const int MostNamedEdges = 16;

    // Paths side by side on one edge.
    private const double Lane = 0.09;

    // More units than this in a column are shortened.
    private const int MostUnits = 8;

    private readonly Network network;
    private readonly IReadOnlyList<DependencyPath> paths;
    private readonly List<List<int>> columns = [];
    private readonly double unitGap;
    private readonly List<Shape> shapes = [];

    private NetworkPicture(Network network, IReadOnlyList<DependencyPath> paths)
    {
        this.network = network;
        this.paths = paths;
        for (var layer = 0; layer <= network.Layers.Count; layer++)
        {
            columns.Add(ShownUnits(layer));
        }

        var widest = Enumerable.Range(1, network.Layers.Count).Where(NamesAllEdgesInto).Select(layer => columns[layer].Count).DefaultIfEmpty(0).Max();
        unitGap = Math.Max(SmallestUnitGap, NameGap * (widest + 1));
    }

    private double Height => (2 * Margin) + (2 * Radius) + ((columns.Max(column => column.Count) - 1) * unitGap);

    /// <summary>Draws a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="target">A quantity that the paths from the loss lead to, each drawn in a colour of its own; null for none.</param>
    /// <param name="mostPaths">Where there are more paths than this, none is drawn.</param>
    /// <exception cref="KeyNotFoundException">The network has no such quantity.</exception>
    public static Picture Of(Network network, Symbol? target = null, int mostPaths = 8)
    {
        var paths = target is null ? [] : PathsTo(network.Model, target, mostPaths);
        var sizes = string.Join(" – ", Enumerable.Range(0, network.Layers.Count + 1).Select(network.UnitsOf));
        var picture = new NetworkPicture(network, paths);
        picture.AddEdges();
        picture.AddPaths();
        picture.AddUnits();
        return new Picture((2 * Margin) + (2 * Radius) + ((network.Layers.Count + 1) * ColumnGap), picture.Height, picture.shapes, target is null ? sizes : $"{sizes}: {Symbol.Loss} → {target}");
    }

    private static IReadOnlyList<DependencyPath> PathsTo(Model model, Symbol target, int mostPaths)
    {
        var dependencies = new Dependencies(model);
        return dependencies.CountPaths(model[Symbol.Loss], model[target]) <= mostPaths ? dependencies.PathsBetween(model[Symbol.Loss], model[target]) : [];
    }

    // The first ones, those of the paths, and the last.
    private List<int> ShownUnits(int layer)
    {
        var count = network.UnitsOf(layer);
        if (count <= MostUnits)
        {
            return [.. Enumerable.Range(1, count)];
        }

        var onPaths = paths.SelectMany(path => path.Nodes).SelectMany(node => UnitsOf(node.Symbol)).Where(unit => unit.Layer == layer).Select(unit => unit.Unit);
        return [.. onPaths.Append(count).Concat(Enumerable.Range(1, MostUnits)).Distinct().Take(MostUnits - 1).Order()];
    }

    private static IEnumerable<(int Layer, int Unit)> UnitsOf(Symbol symbol) => symbol switch
    {
        { Role: Role.Input, Indices: [var unit] } => [(0, unit.Number)],
        { Role: Role.Weight, Layer: { } layer, Indices: [var from, var to] } => [(layer.Number - 1, from.Number), (layer.Number, to.Number)],
        { Layer: { } layer, Indices: [var unit] } => [(layer.Number, unit.Number)],
        _ => [],
    };

    private bool NamesAllEdgesInto(int layer) => columns[layer].Count * columns[layer - 1].Count <= MostNamedEdges
        && columns[layer].Count == network.UnitsOf(layer) && columns[layer - 1].Count == network.UnitsOf(layer - 1);

    private Point Place(int layer, int unit)
    {
        var column = columns[layer];
        var y = (Height / 2) + ((column.IndexOf(unit) - ((column.Count - 1) / 2.0)) * unitGap);
        return new Point(Margin + Radius + (layer * ColumnGap), y);
    }

    private Point LossPlace => new(Margin + Radius + ((network.Layers.Count + 1) * ColumnGap), Height / 2);

    private void AddEdges()
    {
        for (var layer = 1; layer <= network.Layers.Count; layer++)
        {
            foreach (var from in columns[layer - 1])
            {
                foreach (var to in columns[layer])
                {
                    shapes.Add(Between(Place(layer - 1, from), Place(layer, to), 0, 0));
                    if (NamesAllEdgesInto(layer))
                    {
                        NameEdge(layer, from, to, 0);
                    }
                }
            }
        }

        foreach (var output in columns[^1])
        {
            shapes.Add(Between(Place(network.Layers.Count, output), LossPlace, 0, 0) with { HasArrow = true });
        }
    }

    // From the rim of a circle to the rim of the next, beside the middle where several paths share the way.
    private static Line Between(Point from, Point to, int path, double aside)
    {
        var length = from.DistanceTo(to);
        var (dx, dy) = (-(to.Y - from.Y) / length * aside, (to.X - from.X) / length * aside);
        var (start, end) = (from.Towards(to, Radius / length), from.Towards(to, 1 - (Radius / length)));
        return new Line(new Point(start.X + dx, start.Y + dy), new Point(end.X + dx, end.Y + dy), path);
    }

    // Where names of all edges between two layers stand apart: as far from the left as there are units on the right, and one.
    private void NameEdge(int layer, int from, int to, int path)
    {
        var (start, end) = (Place(layer - 1, from), Place(layer, to));
        var share = NamesAllEdgesInto(layer) ? Math.Max(1.0 / (columns[layer].Count + 1), 0.2) : 0.5;
        shapes.Add(new Label(start.Towards(end, share), Symbol.Weight(layer, from, to), path)
        {
            Angle = Math.Atan2(end.Y - start.Y, end.X - start.X) * 180 / Math.PI,
            IsSmall = true,
        });
    }

    private void AddPaths()
    {
        var lanes = new Dictionary<(Point, Point), List<int>>();
        for (var k = 0; k < paths.Count; k++)
        {
            foreach (var edge in EdgesOf(paths[k]))
            {
                if (!lanes.TryGetValue(edge, out var users))
                {
                    lanes.Add(edge, users = []);
                }

                users.Add(k + 1);
            }
        }

        foreach (var (edge, users) in lanes)
        {
            for (var i = 0; i < users.Count; i++)
            {
                shapes.Add(Between(edge.Item1, edge.Item2, users[i], (i - ((users.Count - 1) / 2.0)) * Lane * 2));
            }
        }

        foreach (var weight in paths.Select(path => path.To.Symbol).Where(symbol => symbol.Role == Role.Weight).Distinct())
        {
            if (!NamesAllEdgesInto(weight.Layer!.Value.Number))
            {
                NameEdge(weight.Layer!.Value.Number, weight.Indices[0].Number, weight.Indices[1].Number, 0);
            }
        }
    }

    // The edges that a path takes, from the loss down; the last one where it ends in a weight.
    private IEnumerable<(Point From, Point To)> EdgesOf(DependencyPath path)
    {
        Point? right = LossPlace;
        foreach (var symbol in path.Nodes.Select(node => node.Symbol))
        {
            Point? left = symbol switch
            {
                { Role: Role.Activation, Layer: { } layer, Indices: [var unit] } => Place(layer.Number, unit.Number),
                { Role: Role.Input, Indices: [var unit] } => Place(0, unit.Number),
                { Role: Role.Weight, Layer: { } layer, Indices: [var from, _] } => Place(layer.Number - 1, from.Number),
                _ => null,
            };
            if (left is { } from2 && right is { } to2)
            {
                yield return (from2, to2);
                right = left;
            }
        }
    }

    private void AddUnits()
    {
        for (var layer = 0; layer < columns.Count; layer++)
        {
            foreach (var unit in columns[layer])
            {
                var place = Place(layer, unit);
                shapes.Add(new Circle(place, Radius, PathThrough(layer, unit)));
                shapes.Add(new Label(place, layer == 0 ? Symbol.Input(unit) : Symbol.Activation(layer, unit), 0));
            }

            for (var i = 1; i < columns[layer].Count; i++)
            {
                if (columns[layer][i] > columns[layer][i - 1] + 1)
                {
                    shapes.Add(new Ellipsis(Place(layer, columns[layer][i - 1]).Towards(Place(layer, columns[layer][i]), 0.5)));
                }
            }
        }

        foreach (var bias in paths.Select(path => path.To.Symbol).Where(symbol => symbol.Role == Role.Bias).Distinct())
        {
            var place = Place(bias.Layer!.Value.Number, bias.Indices[0].Number);
            var above = new Point(place.X, place.Y - Radius - 0.3);
            shapes.Add(new Label(above, bias, 0) { IsSmall = true });
        }

        shapes.Add(new Box(LossPlace, 2 * Radius, 1.5 * Radius, 0));
        shapes.Add(new Label(LossPlace, Symbol.Loss, 0));
    }

    // The only path through a unit; units of several paths keep the colour of none.
    private int PathThrough(int layer, int unit)
    {
        var through = Enumerable.Range(1, paths.Count).Where(k => paths[k - 1].Nodes.Any(node => node.Symbol.Role is Role.Activation or Role.Input && UnitsOf(node.Symbol).Contains((layer, unit)))).ToList();
        return through.Count == 1 ? through[0] : 0;
    }
}
