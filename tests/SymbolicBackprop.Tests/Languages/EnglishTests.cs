using System.Numerics;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Languages;

public sealed class EnglishTests
{
    [Theory]
    [InlineData(1, "First path")]
    [InlineData(10, "Tenth path")]
    [InlineData(11, "11th path")]
    [InlineData(12, "12th path")]
    [InlineData(21, "21st path")]
    [InlineData(22, "22nd path")]
    [InlineData(23, "23rd path")]
    [InlineData(24, "24th path")]
    [InlineData(111, "111th path")]
    [InlineData(121, "121st path")]
    public void Paths_are_numbered_in_words(int number, string heading) =>
        Assert.Equal(heading, Written(English.Instance.SectionHeading(new Section(SectionKind.Path, []) { PathNumber = number })));

    [Theory]
    [InlineData("9", "9 paths")]
    [InlineData("999999", "999999 paths")]
    [InlineData("1000000", "More than $10^6$ paths")]
    [InlineData("85070591730234615865843651857942052864", "More than $10^{37}$ paths")]
    public void Many_paths_are_counted_in_powers_of_ten(string count, string words)
    {
        var derivation = new Derivation(P, Statement.Equality(P, Q), [], [], BigInteger.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        var introduction = English.Instance.SectionIntroduced(new Section(SectionKind.ErrorSignals, []), derivation);

        Assert.StartsWith($"{words} lead from", Written(introduction!), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_has_a_heading_and_an_introduction()
    {
        var derivation = new DerivationBuilder(RandomNetwork.Tanh(2, 2, 1).Model, new DerivationOptions()).Derive(X(1));
        foreach (var kind in Enum.GetValues<SectionKind>())
        {
            var section = new Section(kind, []) { PathNumber = 1 };
            Assert.NotEmpty(English.Instance.SectionHeading(section).Parts);
            Assert.NotNull(English.Instance.SectionIntroduced(section, derivation));
        }
    }

    [Fact]
    public void A_network_is_described_in_a_sentence()
    {
        Assert.Equal(
            "The network has 1 input and 2 layers: 2 units with the activation function tanh, and then 1 unit with the activation function tanh.",
            Written(English.Instance.Describe(RandomNetwork.Tanh(1, 2, 1))));
        Assert.Equal(
            "The network has 3 inputs and 1 layer: 1 unit with the activation function tanh.",
            Written(English.Instance.Describe(RandomNetwork.Tanh(3, 1))));
    }

    [Fact]
    public void A_caption_names_the_colours_of_the_paths()
    {
        Assert.Equal("Figure 1. The network.", Written(English.Instance.NetworkCaption(1)));
        Assert.Equal(@"Figure 2. The path from $\text{loss}$ to $b_1^{(1)}$, in blue.", Written(English.Instance.PathsCaption(2, B(1, 1), [PathColor.Blue])));
        Assert.Equal(
            @"Figure 3. The paths from $\text{loss}$ to $b_1^{(1)}$: $P_1$ in blue, $P_2$ in red and $P_3$ in light blue.",
            Written(English.Instance.PathsCaption(3, B(1, 1), [PathColor.Blue, PathColor.Red, PathColor.LightBlue])));
        Assert.Equal(Palette.Count, Enumerable.Range(1, Palette.Count).Select(path => Written(English.Instance.PathsCaption(1, P, [Palette.Of(path)]))).Distinct().Count());
    }

    [Fact]
    public void Letters_in_activation_functions_are_said_to_be_given()
    {
        Assert.Equal(@"The letter $\beta$ stands for a given number.", Written(English.Instance.Parameters([Symbol.Named(@"\beta")])));
        Assert.Equal(
            @"The letters $\beta$, $k$ and $m$ stand for given numbers.",
            Written(English.Instance.Parameters([Symbol.Named(@"\beta"), Symbol.Named("k"), Symbol.Named("m")])));
    }

    [Fact]
    public void All_symbols_are_explained_and_delta_by_its_convention()
    {
        const string same = @"The weight $w_{ij}^{(l)}$ leads from unit $i$ of layer $l - 1$ to unit $j$ of layer $l$; layer $0$ holds the inputs $x_i$. "
            + @"The weighted sum $z_j^{(l)}$, with the bias $b_j^{(l)}$ in it, enters the unit, and the activation $a_j^{(l)} = f_l(z_j^{(l)})$ leaves it. "
            + @"The network's output $\hat{y}$ is held against the target $y$. ";

        Assert.Equal(
            same + @"The error signal of the unit is $\delta_j^{(l)} = \partial \text{loss} / \partial a_j^{(l)}$.",
            Written(English.Instance.Conventions(Notation.Parentheses, RandomNetwork.Tanh(1, 1).Model)));
        Assert.Equal(
            same + @"The error signal of the unit is $\delta_j^{(l)} = \partial \text{loss} / \partial z_j^{(l)}$.",
            Written(English.Instance.Conventions(Notation.Parentheses with { Delta = DeltaConvention.ByPreActivation }, RandomNetwork.Tanh(1, 1).Model)));
    }

    [Fact]
    public void Of_several_samples_each_may_have_error_signals_of_its_own_loss() => Assert.Contains(
        @"The error signal of the unit is $\delta_j^{(l)(s)} = \partial D^{(s)} / \partial z_j^{(l)(s)}$.",
        Written(English.Instance.Conventions(Notation.Parentheses with { Delta = DeltaConvention.OfSample }, RandomNetwork.Tanh(1, 1).WithSamples(new Samples(2, Reduction.Mean)).Model)),
        StringComparison.Ordinal);

    [Fact]
    public void What_has_a_d_before_it_is_explained() => Assert.EndsWith(
        @"The error signal of the unit is $dz_j^{[l]} = \partial J / \partial z_j^{[l]}$. In the same way $dw_{ji}^{[l]}$ and $db_j^{[l]}$ are the derivatives of $J$ by $w_{ji}^{[l]}$ and $b_j^{[l]}$, and $da_j^{[l]}$ is that of $J$ by $a_j^{[l]}$.",
        LatexDocument.WriteFragment(new Document("", English.Instance, [new Paragraph(English.Instance.Conventions(NotationProfile.Ng.Notation, RandomNetwork.Tanh(1, 1).Model), NotationProfile.Ng.Notation)])),
        StringComparison.Ordinal);

    [Fact]
    public void No_function_of_a_unit_is_spoken_of_where_there_are_functions_of_layers_only() => Assert.Contains(
        "and the activation $a_j^{(l)}$ leaves it.",
        Written(English.Instance.Conventions(Notation.Parentheses, Network.Create(2).Dense(2, VectorActivation.Softmax).Model)),
        StringComparison.Ordinal);

    private static string Written(Prose prose) =>
        LatexDocument.WriteFragment(new Document("", English.Instance, [new Paragraph(prose, Notation.Parentheses)]));
}
