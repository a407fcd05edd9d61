using System.Xml.Linq;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Tests.Snapshots;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Svg;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Drawing;

public sealed class NetworkPictureTests
{
    [Fact]
    public void The_picture_is_as_it_was_looked_at()
    {
        var picture = NetworkPicture.Of(Example.Read("handwritten").Network, Notation.Brackets, B(1, 1));

        Snapshot.Match("pictures/handwritten.svg", SvgPicture.Write(picture, Notation.Brackets));
        Snapshot.Match("pictures/handwritten.tex", TikzPicture.Write(picture, Notation.Brackets));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 1)]
    [InlineData(8, 8, 8)]
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

        var paths = picture.Shapes.OfType<SymbolicBackprop.Drawing.Line>().Where(line => line.Path > 0).GroupBy(line => line.Path).ToList();
        Assert.Equal([1, 2], paths.Select(path => path.Key).Order());
        Assert.All(paths, path => Assert.Equal(4, path.Count()));
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
