using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Writing.Latex;
using Index = SymbolicBackprop.Formulas.Index;

namespace SymbolicBackprop.Tests.Reading;

/// <summary>The handwritten sheet as it was typed up, in examples/handwritten.md.</summary>
public sealed class HandwrittenDocumentTests
{
    private static readonly ReadingContext Context = new() { Notation = new Notation { Inputs = InputStyle.UnmarkedActivation } };

    private static readonly DocumentFormulas Document =
        DocumentFormulas.Find(File.ReadAllText(Repository.PathOf("examples/handwritten.md")), DocumentFormat.Markdown);

    private static readonly Symbol Target = new(Role.Target, null, []);

    private static readonly Symbol Prediction = new(Role.Prediction, null, []);

    private static readonly Formula Error = new Sum([Target, new Negative(Prediction)]);

    [Fact]
    public void All_28_statements_are_found_in_their_places()
    {
        Assert.Empty(Document.Findings);
        Assert.Equal(Enumerable.Range(1, 28), Document.Formulas.Select(formula => formula.Number));
        Assert.All(Document.Formulas, formula => Assert.True(formula.IsDisplayed));
        Assert.Equal((6, 3), (Document.Formulas[0].Line, Document.Formulas[0].Column));
        Assert.Equal(@"\hat{y} = a_1^{(3)}", Document.Formulas[2].Latex);
    }

    [Fact]
    public void All_statements_read_and_only_the_label_of_the_first_is_passed_over()
    {
        var reader = new LatexReader(Context);
        foreach (var formula in Document.Formulas)
        {
            var reading = reader.Read(formula.Latex);
            Assert.True(reading.IsSuccess, $"E{formula.Number}: {reading.Error}");
            Assert.Equal(
                formula.Number == 1 ? ["36..47: 'الف)' is passed over: it labels the formula"] : [],
                reading.Findings.Select(finding => finding.ToString()));
        }
    }

    [Fact]
    public void What_is_read_is_written_and_read_the_same()
    {
        var (reader, writer) = (new LatexReader(Context), new LatexWriter(Context.Notation));
        foreach (var formula in Document.Formulas)
        {
            var statement = reader.Read(formula.Latex).Value!;
            Assert.Equal(statement, reader.Read(writer.Write(statement)).Value);
        }
    }

    [Fact]
    public void The_loss_is_a_square() =>
        AssertReads(1, Statement.Equality(Symbol.Loss, new Power(Error, new Literal(2))));

    [Fact]
    public void The_cost_sums_over_samples()
    {
        var sample = Index.Of("i");
        AssertReads(2, Statement.Equality(
            Symbol.Named("cost function"),
            new Product(
            [
                new Fraction(new Literal(1), new Literal(2)),
                new Summation("i", 1, Index.Of("n"), new Power(new Sum([Target with { Sample = sample }, new Negative(Prediction with { Sample = sample })]), new Literal(2))),
            ])));
    }

    [Fact]
    public void Functions_stand_for_themselves_in_a_chain() =>
        AssertReads(4, new Statement(Function(1), [
            new Link(Relation.Equal, Function(2)),
            new Link(Relation.Implies, new Call(new FunctionSymbol("tanh", null), 0, [])),
            new Link(Relation.Implies, Function(1, primes: 1)),
            new Link(Relation.Equal, Function(2, primes: 1)),
            new Link(Relation.Equal, new Sum([new Literal(1), new Negative(new Power(Function(1), new Literal(2)))])),
        ]));

    [Fact]
    public void A_function_applied_stands_beside_brackets()
    {
        Formula argument = Symbol.Named("z");
        var applied = new Call(FunctionSymbol.OfLayer(3), 0, [argument]);
        AssertReads(5, new Statement(Function(3), [
            new Link(Relation.Implies, new Call(new FunctionSymbol("sigmoid", null), 0, [])),
            new Link(Relation.Implies, Function(3, primes: 1)),
            new Link(Relation.Equal, new Product([applied, new Sum([new Literal(1), new Negative(applied)])])),
        ]));
    }

    [Fact]
    public void A_question_has_an_unknown_side() =>
        AssertReads(6, Statement.Equality(new Derivative(Symbol.Loss, Symbol.Weight(3, 1, 1)), new Unknown()));

    [Fact]
    public void A_chain_of_derivatives_is_a_product_in_order() =>
        AssertReads(8, Statement.Equality(
            new Derivative(Symbol.Loss, Symbol.Weight(3, 1, 1)),
            new Product(
            [
                new Derivative(Symbol.Loss, Symbol.Activation(3, 1)),
                new Derivative(Symbol.Activation(3, 1), Symbol.PreActivation(3, 1)),
                new Derivative(Symbol.PreActivation(3, 1), Symbol.Weight(3, 1, 1)),
            ]),
            new Product([Symbol.Delta(3, 1), new Call(FunctionSymbol.OfLayer(3), 1, [Symbol.PreActivation(3, 1)]), Symbol.Activation(2, 1)])));

    [Fact]
    public void Other_layer_marks_and_a_brace_read_in_the_same_document() =>
        AssertReads(15, Statement.Equality(
            new Derivative(Symbol.Loss, Symbol.Weight(2, 1, 1)),
            new Product(
            [
                new Underbrace(
                    new Product(
                    [
                        new Derivative(Symbol.Loss, Symbol.Activation(3, 1)),
                        new Derivative(Symbol.Activation(3, 1), Symbol.PreActivation(3, 1)),
                        new Derivative(Symbol.PreActivation(3, 1), Symbol.Activation(2, 1)),
                        new Derivative(Symbol.Activation(2, 1), Symbol.PreActivation(2, 1)),
                    ]),
                    Symbol.Delta(2, 1)),
                new Derivative(Symbol.PreActivation(2, 1), Symbol.Weight(2, 1, 1)),
            ])));

    [Fact]
    public void An_activation_without_a_layer_is_an_input() =>
        AssertReads(20, Statement.Equality(
            Symbol.PreActivation(1, 1),
            new Sum(
            [
                new Product([Symbol.Weight(1, 1, 1), Symbol.Input(1)]),
                new Product([Symbol.Weight(1, 2, 1), Symbol.Input(2)]),
                Symbol.Bias(1, 1),
            ])));

    [Fact]
    public void A_function_may_carry_the_index_of_a_sum()
    {
        var unit = Index.Of("j");
        AssertReads(28, Statement.Equality(
            Symbol.Delta(1, 1),
            new Summation("j", 1, 2, new Product(
            [
                Symbol.Delta(2, unit),
                new Call(FunctionSymbol.OfLayer(unit), 1, [Symbol.PreActivation(2, unit)]),
                Symbol.Weight(2, 1, unit),
            ]))));
    }

    private static Call Function(int layer, int primes = 0) => new(FunctionSymbol.OfLayer(layer), primes, []);

    private static void AssertReads(int number, Statement expected) =>
        Assert.Equal(expected, new LatexReader(Context).Read(Document.Formulas[number - 1].Latex).Value);
}
