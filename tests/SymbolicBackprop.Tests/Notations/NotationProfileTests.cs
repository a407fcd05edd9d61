using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Notations;

/// <summary>Walks the list of profiles: each writes as its author does, and reads what it writes.</summary>
public sealed class NotationProfileTests
{
    private static readonly Network Network = Network.Create(inputs: 2).Dense(2, Activation.Tanh).Dense(2, Activation.Sigmoid).WithLoss(Loss.HalfSquared);

    // What a unit computes, and δ of it: each profile as its author writes them, in the words of this project's layers.
    private static readonly Dictionary<string, (string Sum, string Activation, string Signal)> Written = new()
    {
        ["parentheses"] = ("z_2^{(2)} = w_{12}^{(2)} a_1^{(1)} + b_2^{(2)}", "a_2^{(2)} = f_2(z_2^{(2)})", @"\delta_2^{(2)} = -(y_2 - \hat{y}_2) f_2'(z_2^{(2)})"),
        ["brackets"] = ("z_2^{[2]} = w_{12}^{[2]} a_1^{[1]} + b_2^{[2]}", "a_2^{[2]} = f_2(z_2^{[2]})", @"\delta_2^{[2]} = -(y_2 - \hat{y}_2) f_2'(z_2^{[2]})"),
        ["nielsen"] = ("z_2^2 = w_{21}^2 a_1^1 + b_2^2", @"a_2^2 = \sigma(z_2^2)", @"\delta_2^2 = -(y_2 - a_2^L) \sigma'(z_2^2)"),
        ["bishop"] = ("a_2^{(2)} = w_{21}^{(2)} z_1^{(1)} + w_{20}^{(2)}", "z_2^{(2)} = h(a_2^{(2)})", @"\delta_2^{(2)} = -(t_2 - y_2) h'(a_2^{(2)})"),
        ["goodfellow"] = ("a_2^{(2)} = w_{21}^{(2)} h_1^{(1)} + b_2^{(2)}", "h_2^{(2)} = f(a_2^{(2)})", @"g_2^{(2)} = -(y_2 - \hat{y}_2) f'(a_2^{(2)})"),
        ["ng"] = ("z_2^{[2]} = w_{21}^{[2]} a_1^{[1]} + b_2^{[2]}", "a_2^{[2]} = g^{[2]}(z_2^{[2]})", @"dz_2^{[2]} = -(y_2 - \hat{y}_2) g^{[2]\prime}(z_2^{[2]})"),
        ["hagan"] = ("n_2^2 = w_{2,1}^2 a_1^1 + b_2^2", "a_2^2 = f^2(n_2^2)", @"s_2^2 = -(t_2 - a_2^L) f^{2\prime}(n_2^2)"),
        ["net-out"] = (@"\text{net}_2^{(2)} = w_{12}^{(2)} \text{out}_1^{(1)} + b_2^{(2)}", @"\text{out}_2^{(2)} = f_2(\text{net}_2^{(2)})", @"\delta_2^{(2)} = -(\text{target}_2 - \text{output}_2) f_2'(\text{net}_2^{(2)})"),
        ["d2l"] = ("z_2^{(2)} = w_{21}^{(2)} h_1^{(1)} + b_2^{(2)}", @"h_2^{(2)} = \phi(z_2^{(2)})", @"\delta_2^{(2)} = -(y_2 - o_2) \phi'(z_2^{(2)})"),
    };

    public static TheoryData<string> Names => [.. NotationProfile.All.Select(profile => profile.Name)];

    [Fact]
    public void Names_are_their_own() => Assert.Equal(NotationProfile.All.Length, NotationProfile.All.DistinctBy(profile => profile.Name).Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_profile_writes_as_its_author_does_and_reads_it(string name)
    {
        var notation = NotationProfile.Find(name)!.Notation;
        var (target, prediction) = (new Symbol(Role.Target, null, [2]), new Symbol(Role.Prediction, null, [2]));
        Statement[] statements =
        [
            Statement.Equality(Z(2, 2), Sum(Product(W(2, 1, 2), A(1, 1)), B(2, 2))),
            Statement.Equality(A(2, 2), F(2, Z(2, 2))),
            Statement.Equality(Delta(2, 2), new Negative(Product(Sum(target, new Negative(prediction)), Prime(F(2, Z(2, 2)))))),
        ];
        var (sum, activation, signal) = Written[name];

        Assert.Equal([sum, activation, signal], statements.Select(statement => new LatexWriter(notation).Write(statement)));
        foreach (var context in (ReadingContext[])[new() { Notation = notation }, new() { Notation = notation, Model = Network.Model }])
        {
            Assert.Equal(statements, statements.Select(statement => new LatexReader(context).Read(new LatexWriter(notation).Write(statement)).Value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_quantities_of_a_profile_go_by_one_letter(string name)
    {
        var notation = NotationProfile.Find(name)!.Notation;
        var letters = Enum.GetValues<Role>().Select(notation.Letters.Of).OfType<string>().Append(notation.Loss).Append(notation.Letters.Function).ToList();

        // A bias may be the weight from unit 0.
        Assert.Equal(letters.Count - (notation.Letters.BiasIsWeight ? 1 : 0), letters.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Questions_are_asked_in_the_profile(string name)
    {
        var notation = NotationProfile.Find(name)!.Notation;
        foreach (var target in (Symbol[])[W(2, 1, 2), B(2, 1), Z(1, 2), A(1, 2), X(2)])
        {
            var question = new LatexWriter(notation).Write(new Derivative(Symbol.Loss, target));
            var read = QuestionReader.Read(new SourceText("question", question), notation, Network);
            Assert.True(read.Value?.Target == target, $"{question}\n{string.Join('\n', read.Diagnostics)}");
        }
    }
}
