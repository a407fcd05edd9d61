using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Models;

public sealed class ModelTests
{
    private readonly Model model = new();

    [Fact]
    public void Variables_stand_in_the_order_in_which_they_came()
    {
        var p = model.Add(P);
        var q = model.Define(Q, p.Node.Pow(2), () => new Power(P, Number(2)));

        Assert.Equal([p, q], model.Variables);
        Assert.Equal([P], model.DirectlyUsedBy(q).Select(variable => variable.Symbol));
        Assert.Empty(model.DirectlyUsedBy(p));
        Assert.Null(p.Definition);
        Assert.Equal(new Power(P, Number(2)), q.Definition);
    }

    [Fact]
    public void A_definition_is_written_once()
    {
        var p = model.Add(P);
        var q = model.Define(Q, p.Node.Pow(2), () => new Power(P, Number(2)));

        Assert.Same(q.Definition, q.Definition);
    }

    [Fact]
    public void A_name_is_given_once()
    {
        var p = model.Add(P);
        model.Define(Q, p.Node + 1, () => P);

        Assert.Equal("The model has a variable p already. (Parameter 'symbol')", Assert.Throws<ArgumentException>(() => model.Add(P)).Message);
        Assert.Equal("The model has a variable q already. (Parameter 'symbol')", Assert.Throws<ArgumentException>(() => model.Add(Q)).Message);
        Assert.Throws<ArgumentException>(() => model.Define(P, p.Node, () => P));
        Assert.Equal(2, model.Variables.Count);
    }

    [Fact]
    public void Two_symbols_with_one_plain_name_are_refused()
    {
        model.Add(X(1));

        var exception = Assert.Throws<ArgumentException>(() => model.Add(Symbol.Named("x", 1)));
        Assert.Equal("The model has a variable x_1 already. (Parameter 'symbol')", exception.Message);
        Assert.Single(model.Variables);
    }

    [Fact]
    public void A_variable_is_found_by_its_name()
    {
        var p = model.Add(P);

        Assert.Same(p, model[P]);
        Assert.True(model.TryFind(P, out var found));
        Assert.Same(p, found);
        Assert.False(model.TryFind(Q, out _));
        Assert.Equal("The model has no variable q.", Assert.Throws<KeyNotFoundException>(() => model[Q]).Message);
    }

    [Fact]
    public void A_definition_is_not_looked_through_to_what_it_uses_indirectly()
    {
        var p = model.Add(P);
        var q = model.Define(Q, p.Node * p.Node, () => P);
        var r = model.Define(R, q.Node + 1, () => Q);

        Assert.Equal([q], model.DirectlyUsedBy(r));
    }

    [Fact]
    public void Parameters_of_named_functions_are_given_quantities_unless_they_are_there_already()
    {
        var scaled = new Activation("scaled", z => z.Graph.Variable("p") * z * z.Graph.Variable("q"));
        var p = model.Define(P, model.Graph.Number(2), () => new Literal(2));

        model.Name(FunctionSymbol.OfLayer(1), scaled);
        model.Name(FunctionSymbol.OfLayer(2), scaled);

        Assert.Equal([p, model[Q]], model.Variables);
        Assert.Null(model[Q].Definition);
    }

    [Fact]
    public void What_is_written_is_made_only_when_it_is_asked_for()
    {
        var asked = 0;
        var p = model.Add(P);
        var q = model.Define(Q, p.Node + 1, () =>
        {
            asked++;
            return P;
        });

        Assert.Equal(0, asked);
        Assert.Equal(P, q.Definition);
        Assert.Equal(1, asked);
    }
}
