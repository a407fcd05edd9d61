using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Sheets;

/// <summary>What sheets say of activation functions: of all that have names, and of formulas.</summary>
public sealed class ActivationSheetTests
{
    private static readonly string[] Formulas =
    [
        @"\frac{e^{2z}-1}{e^{2z}+1}",
        @"\frac{1}{1+e^{-kz}}",
        @"a\tanh(bz)",
        "z/(1+e^{-z})",
        @"z\sigma(\beta z)",
        @"\begin{cases} z & z > 0 \\ \alpha (e^z - 1) & \text{otherwise} \end{cases}",
        @"\begin{cases} -1 & z < -1 \\ z & -1 \le z \le 1 \\ 1 & z > 1 \end{cases}",
        @"\max(0, z)",
        @"\frac{z}{1+|z|}",
        @"\frac{z}{\sqrt{1+\alpha z^2}}",
        @"\frac{\ln(1+z^2)}{1+e^{-z}}",
        @"\arctan(z) + \sin(\cos(z))",
    ];

    public static TheoryData<string> Activations => [.. Activation.All.Select(activation => activation.Name), .. Formulas];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Everything_that_is_said_of_a_function_is_proved_and_reads_back(string written)
    {
        var network = Network.Create(1).Dense(2, Activation.Parse(written)).Dense(2, Activation.Parse(written)).Dense(1, Activation.Parse(written));
        var sheet = Compose(network, B(1, 1));
        var equations = EquationsOf(sheet);

        var (writer, reader) = (new LatexWriter(Notation.Parentheses), new LatexReader(new ReadingContext { Model = network.Model }));
        Assert.All(equations, equation =>
        {
            Assert.Equal(equation.Statement.Sides.Any(side => side is Unknown) ? Assurance.None : Assurance.Proved, equation.Assurance);
            Assert.Equal(equation.Statement, reader.Read(writer.Write(equation.Statement)).Value);
        });
        var check = network.Check(new SourceText("sheet.tex", LatexDocument.Write(sheet)), DocumentFormat.Latex);
        Assert.All(check.Formulas, formula => Assert.Null(formula.Error));
        Assert.False(check.HasMistakes);
    }

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void On_the_sheets_of_examples_all_is_proved_that_can_be(string name)
    {
        var file = Example.Read(name);
        var equations = EquationsOf(SheetComposer.Compose(file)).Where(equation => !equation.Statement.Sides.Any(side => side is Unknown)).ToList();

        Assert.NotEmpty(equations);
        var tested = equations.Where(equation => equation.Assurance != Assurance.Proved).Select(equation => new LatexWriter(file.Notation).Write(equation.Statement));
        Assert.True(!tested.Any() || file.Network!.Layers.Any(layer => layer.Activation is Activation activation && IsOutsideOfTheClass(activation)), string.Join('\n', tested));
    }

    [Fact]
    public void The_result_keeps_the_names_of_functions_of_several_pieces()
    {
        var network = Network.Create(1).Dense(1, Activation.Relu).Dense(1, Activation.Tanh);
        var result = EquationsOf(Compose(network, W(1, 1, 1), W(2, 1, 1))).Select(equation => equation.Statement)
            .Where(statement => statement.Sides.Any(side => side.WithParts().Any(part => part is Call { Function.Name: "exp" })) && statement.First is Derivative { Of: Symbol { Role: Role.Loss } }).ToList();

        Assert.Equal(2, result.Count);
        Assert.Contains(result[0].Links[0].Side.WithParts(), part => part == Prime(F(1, Z(1, 1))));
        Assert.Contains(result[1].Links[0].Side.WithParts(), part => part == F(1, Z(1, 1)));
        Assert.All(result, statement => Assert.DoesNotContain(statement.Links[0].Side.WithParts(), part => part is Cases));
    }

    [Fact]
    public void Kinks_are_named_with_the_value_that_is_used()
    {
        var text = Written(Network.Create(1).Dense(1, Activation.HardSigmoid).Dense(1, Activation.Elu).Dense(1, Activation.Parse(@"\begin{cases} \alpha z & z < 0 \\ z & z \ge 0 \end{cases}")));

        Assert.Equal(
            [
                @"Where $z$ is $-3$, the derivative of $f_1$ jumps from $0$ to $\frac{1}{6}$; $0$ is used there.",
                @"Where $z$ is $3$, the derivative of $f_1$ jumps from $\frac{1}{6}$ to $0$; $0$ is used there.",
                @"Where $z$ is $0$, the derivative of $f_3$ jumps from $\alpha$ to $1$; $1$ is used there.",
            ],
            text.Split('\n').Where(line => line.Contains("jumps", StringComparison.Ordinal)));
    }

    [Fact]
    public void Functions_in_formulas_are_traced_back_to_exponentials()
    {
        var equations = EquationsOf(Compose(Network.Create(1).Dense(1, Activation.Mish).Dense(1, Activation.Tanh), B(2, 1)));

        Assert.Equal(
            ["f_1", "f_1'", "f_2", "f_2'", "tanh", "softplus", "sigmoid"],
            equations.Skip(2).Take(7).Select(equation => equation.Statement.First).Cast<Call>().Select(call => call.Function + new string('\'', call.Primes)));
    }

    [Fact]
    public void Parameters_are_introduced_and_keep_their_letters_to_themselves()
    {
        var text = Written(Network.Create(1).Dense(1, Activation.Parse("k z")).Dense(3, Activation.Parse(@"\beta \tanh(m z)")).Dense(3, Activation.Tanh).Dense(1, Activation.Tanh));

        Assert.Contains(@"The letters $k$, $\beta$ and $m$ stand for given numbers.", text, StringComparison.Ordinal);
        Assert.Contains(@"\sum_{n=1}^3", text, StringComparison.Ordinal);
        Assert.DoesNotContain(@"\sum_{k", text, StringComparison.Ordinal);
        Assert.Contains("The network has 1 input and 4 layers: 1 unit with the activation function $f_1$, then 3 units with the activation function $f_2$", text, StringComparison.Ordinal);
    }

    [Fact]
    public void How_derivatives_are_found_is_told_of_the_functions_that_questions_in_full_use()
    {
        var network = Network.Create(1).Dense(1, Activation.Tanh).Dense(1, Activation.Sigmoid);
        IEnumerable<Formula> Found(params Question[] questions)
        {
            var sheet = SheetComposer.Compose(new SheetFile { Network = network, Questions = [.. questions] });
            return sheet.Blocks.SkipWhile(block => block is not Heading { Text.Parts: [Words { Text: "How the derivatives are found" }] })
                .OfType<Equations>().SelectMany(block => block.Items).Select(equation => equation.Statement.First).Where(side => side is Call { Primes: 1 });
        }

        var all = new Question(B(1, 1), Notation.Parentheses);
        var last = new Question(B(2, 1), Notation.Parentheses);
        var (f1, f2) = (Prime(F(1, Meaning.FreeArgument)), Prime(F(2, Meaning.FreeArgument)));
        Assert.Empty(Found(all, last));
        Assert.Equal([f2], Found(all, last with { Detail = Detail.Full }));
        Assert.Equal([f1, f2], Found(all with { Detail = Detail.Full }, last with { Detail = Detail.Full }));
    }

    private static bool IsOutsideOfTheClass(Activation activation)
    {
        var open = new Queue<Expr>(activation.Pieces.Select(piece => piece.Formula));
        while (open.TryDequeue(out var expression))
        {
            foreach (var id in NodeSet.Below([expression]).Ids)
            {
                var node = new Expr(expression.Graph, id);
                if (node.Kind == ExprKind.Function && node.Function != StandardFunctions.Exp)
                {
                    if (node.Function.Definition is null)
                    {
                        return true;
                    }

                    open.Enqueue(node.Function.Definition([.. node.Children()]));
                }
            }
        }

        return false;
    }

    private static string Written(Network network) => LatexDocument.Write(Compose(network, B(1, 1)));

    private static Document Compose(Network network, params Symbol[] targets) => SheetComposer.Compose(new SheetFile
    {
        Network = network,
        Questions = [.. targets.Select(target => new Question(target, Notation.Parentheses) { Detail = Detail.Full })],
    });

    private static IEnumerable<Equation> EquationsOf(Document sheet) => sheet.Blocks.OfType<Equations>().SelectMany(block => block.Items);
}
