using System.Xml.Linq;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Tests.Snapshots;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Svg;
using static SymbolicBackprop.Tests.Formulas.Quantities;
using Line = SymbolicBackprop.Drawing.Line;

namespace SymbolicBackprop.Tests.Drawing;

public sealed class NetworkPictureTests
{
    [Fact]
    public void The_picture_is_as_it_was_looked_at()
    {
        var picture = NetworkPicture.Of(Example.Read("handwritten").Network!, Notation.Brackets, B(1, 1));

        Snapshot.Match("pictures/handwritten.svg", SvgPicture.Write(picture, Notation.Brackets));
        Snapshot.Match("pictures/handwritten.tex", TikzPicture.Write(picture, Notation.Brackets));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 1)]
    [InlineData(8, 8, 8)]
    [InlineData(2, 9, 1)]
    [InlineData(3, 200, 1)]
    public void All_shapes_are_on_the_page_and_columns_are_at_most_eight_high(params int[] widths)
    {
        var picture = NetworkPicture.Of(RandomNetwork.Tanh(widths), Notation.Parentheses, W(1, 1, 1));

        Assert.All(picture.Shapes.OfType<Circle>(), circle =>
        {
            Assert.InRange(circle.Center.X, circle.Radius, picture.Width - circle.Radius);
            Assert.InRange(circle.Center.Y, circle.Radius, picture.Height - circle.Radius);
        });
        Assert.All(picture.Shapes.OfType<Circle>().GroupBy(circle => circle.Center.X), column => Assert.InRange(column.Count(), 1, 8));
        Assert.Equal(widths.Max() > 8, picture.Shapes.OfType<Ellipsis>().Any());
    }

    [Fact]
    public void Every_path_has_lines_of_its_own_from_the_loss_down()
    {
        var picture = NetworkPicture.Of(RandomNetwork.Tanh(1, 2, 2, 1), Notation.Parentheses, W(1, 1, 1));

        var paths = picture.Shapes.OfType<Line>().Where(line => line.Path > 0).GroupBy(line => line.Path).ToList();
        Assert.Equal([1, 2], paths.Select(path => path.Key).Order());
        Assert.All(paths, path => Assert.Equal(4, path.Count()));
    }

    // Of a small name: half of its width and of its height.
    private const double NameX = 0.36;
    private const double NameY = 0.28;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 2, 1)]
    [InlineData(3, 3, 3)]
    [InlineData(4, 4, 4, 4)]
    [InlineData(2, 8, 2)]
    [InlineData(1, 8, 1)]
    [InlineData(8, 8, 8, 1)]
    [InlineData(20, 30, 1)]
    public void Names_stand_clear_of_one_another_and_of_all_units(params int[] widths)
    {
        foreach (var target in new Symbol[] { W(1, 1, 1), B(1, 1), Z(1, 1) })
        {
            var picture = NetworkPicture.Of(RandomNetwork.Tanh(widths), Notation.Parentheses, target);

            var names = picture.Shapes.OfType<Label>().Where(label => label.IsSmall).Select(label => label.Center).ToList();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.DoesNotContain(names, other =>
                other != name && Math.Abs(other.X - name.X) < 2 * NameX && Math.Abs(other.Y - name.Y) < 2 * NameY));
            Assert.All(picture.Shapes.OfType<Circle>(), unit => Assert.DoesNotContain(names, name =>
                unit.Center.DistanceTo(name with { X = name.X + Math.Clamp(unit.Center.X - name.X, -NameX, NameX), Y = name.Y + Math.Clamp(unit.Center.Y - name.Y, -NameY, NameY) }) < unit.Radius));
        }
    }

    [Fact]
    public void Every_weight_between_narrow_layers_has_its_name_and_of_others_only_those_asked_for()
    {
        static IEnumerable<Symbol> Weights(Picture picture) => picture.Shapes.OfType<Label>().Select(label => label.Name).Where(name => name.Role == Role.Weight);

        Assert.Equal(
            [W(1, 1, 1), W(1, 2, 1), W(1, 3, 1)],
            Weights(NetworkPicture.Of(RandomNetwork.Tanh(3, 1), Notation.Parentheses)));
        Assert.Equal([W(1, 5, 3)], Weights(NetworkPicture.Of(RandomNetwork.Tanh(5, 5), Notation.Parentheses, W(1, 5, 3))));
    }

    [Fact]
    public void Paths_on_one_edge_run_side_by_side_and_all_of_them_meet_its_unit()
    {
        var picture = NetworkPicture.Of(RandomNetwork.Tanh(1, 1, 8, 1), Notation.Parentheses, W(1, 1, 1));

        var lanes = picture.Shapes.OfType<Line>().Where(line => line.Path > 0 && line.Names.Contains(W(1, 1, 1))).Select(line => line.From.Y).ToList();
        var unit = picture.Shapes.OfType<Circle>().First();
        Assert.Equal(8, lanes.Count);
        Assert.All(lanes.Zip(lanes.Skip(1)), pair => Assert.True(pair.Second - pair.First > 0.1)); // the width of a line
        Assert.All(lanes, lane => Assert.InRange(Math.Abs(lane - unit.Center.Y), 0, 0.75 * unit.Radius)); // beyond it, the rim leads away
    }

    [Fact]
    public void The_rim_of_a_unit_has_the_colours_of_all_paths_through_it()
    {
        var picture = NetworkPicture.Of(RandomNetwork.Tanh(1, 1, 3, 1), Notation.Parentheses, B(1, 1));

        var rims = picture.Shapes.OfType<Arc>().GroupBy(arc => arc.Center).ToList();
        Assert.Equal(2, rims.Count);
        Assert.All(rims, rim =>
        {
            Assert.Equal([1, 2, 3], rim.Select(arc => arc.Path));
            Assert.Equal(360, rim.Sum(arc => arc.To - arc.From), 1e-9);
        });
        Assert.Equal([1, 2, 3], picture.Shapes.OfType<Circle>().Select(circle => circle.Path).Where(path => path > 0));
    }

    [Theory]
    [MemberData(nameof(Example.Networks), MemberType = typeof(Example))]
    public void Paths_have_the_numbers_that_the_derivation_gives_them(string name)
    {
        var file = Example.Read(name);
        foreach (var target in file.Questions.Where(question => question.Of == Symbol.Loss).Select(question => question.Target).Where(target => !target.IsWhole))
        {
            var derivation = new DerivationBuilder(file.Model, new DerivationOptions { MaxPaths = file.MaxPaths }).Derive(target);
            var picture = NetworkPicture.Of(file.Network!, file.Notation, target, file.MaxPaths);

            Assert.Equal(Enumerable.Range(1, derivation.Paths.Count), picture.Paths);
            foreach (var (path, k) in derivation.Paths.Select((path, k) => (path, k + 1)))
            {
                // A path of a derivation leaves out what only repeats another quantity: the activation z of an identity.
                var rims = picture.Shapes.Where(shape => shape.Path == k).Select(shape => (shape as Circle)?.Center ?? (shape as Arc)?.Center).OfType<Point>().ToHashSet();
                var units = picture.Shapes.OfType<Circle>().Where(unit => rims.Contains(unit.Center)).ToList();
                Assert.All(units, unit => Assert.Contains(path.Nodes, node => unit.Names.Contains(node.Symbol)));
                Assert.Equal(path.Nodes.Where(node => node.Symbol is { Layer: not null, Role: not Role.Weight }).Select(node => node.Symbol.Layer).Distinct().Count(), units.Count);
            }
        }
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void More_paths_than_there_are_colours_are_not_drawn(int units, bool areDrawn)
    {
        var picture = NetworkPicture.Of(RandomNetwork.Tanh(1, 1, units, 1), Notation.Parentheses, B(1, 1), mostPaths: 100);

        Assert.Equal(areDrawn, picture.Paths.Any());
        Assert.Equal(areDrawn, picture.Shown is not null);
        Assert.Equal(!areDrawn, picture == NetworkPicture.Of(RandomNetwork.Tanh(1, 1, units, 1), Notation.Parentheses));
    }

    [Fact]
    public void Shapes_tell_which_quantities_they_stand_for()
    {
        var picture = NetworkPicture.Of(RandomNetwork.Tanh(2, 1), Notation.Parentheses);

        Assert.Equal([[W(1, 1, 1)], [W(1, 2, 1)], []], picture.Shapes.OfType<Line>().Select(line => line.Names));
        Assert.Equal([[X(1)], [X(2)], [A(1, 1), Z(1, 1), B(1, 1), Delta(1, 1)]], picture.Shapes.OfType<Circle>().Select(unit => unit.Names));
    }

    [Fact]
    public void A_box_is_wide_enough_for_the_name_of_the_loss()
    {
        static Picture Draw(string loss) => NetworkPicture.Of(RandomNetwork.Tanh(1, 1), new Notation { Loss = loss });

        Assert.True(Draw("cross entropy").Shapes.OfType<Box>().Single().Width > 2 * Draw("L").Shapes.OfType<Box>().Single().Width);
        Assert.True(Draw("cross entropy").Width > Draw("L").Width);
    }

    [Fact]
    public void A_unit_of_a_path_is_shown_in_a_layer_that_is_shortened() => Assert.Contains(
        NetworkPicture.Of(RandomNetwork.Tanh(2, 50, 1), Notation.Parentheses, B(1, 33)).Shapes.OfType<Label>(),
        label => label.Name == Symbol.Activation(1, 33));

    [Fact]
    public void What_is_special_in_markup_is_escaped()
    {
        var notation = new Notation { Loss = "<&>" };
        var svg = SvgPicture.Write(NetworkPicture.Of(Network.Create(1).Dense(1, Activation.Tanh), notation), notation);

        Assert.Contains("&lt;&amp;&gt;", XDocument.Parse(svg).Root!.ToString(), StringComparison.Ordinal);
    }
}
