using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Models;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>Models that no network made: connections that skip, functions of mathematics, no error signals.</summary>
public sealed class HandMadeModelTests
{
    [Fact]
    public void Paths_of_different_lengths_are_told_and_add_up()
    {
        var model = new Model();
        var p = model.Add(Symbol.Named("p", 1));
        var q = model.Define(Q, StandardFunctions.Exp.Of(p.Node), () => Exp(p.Symbol));
        var r = model.Define(R, q.Node * p.Node, () => Product(Q, p.Symbol));
        model.Define(L, r.Node + q.Node.Pow(2), () => Sum(R, new Power(Q, Number(2))));
        var builder = new DerivationBuilder(model, new DerivationOptions());

        var derivation = builder.Derive(p.Symbol, new HashSet<Symbol>());

        Assert.Equal(3, derivation.PathCount);
        Assert.Equal(3, derivation.Sections.Count(section => section.Kind == SectionKind.Path));
        Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths));
    }

    [Fact]
    public void What_the_loss_does_not_depend_on_has_the_derivative_0()
    {
        var model = new Model();
        var (p, q) = (model.Add(P), model.Add(Q));
        model.Define(L, p.Node.Pow(2), () => new Power(P, Number(2)));

        var derivation = new DerivationBuilder(model, new DerivationOptions()).Derive(q.Symbol, new HashSet<Symbol>());

        Assert.Equal(0, derivation.PathCount);
        Assert.Equal(Statement.Equality(D(L, Q), Number(0)), Assert.Single(derivation.Steps).Statement);
    }

    [Fact]
    public void The_derivative_of_the_loss_by_itself_is_1()
    {
        var model = new Model();
        var p = model.Add(P);
        model.Define(L, p.Node.Pow(2), () => new Power(P, Number(2)));

        var derivation = new DerivationBuilder(model, new DerivationOptions()).Derive(L, new HashSet<Symbol>());

        Assert.Equal(Statement.Equality(D(L, L), Number(1)), Assert.Single(derivation.Steps).Statement);
    }
}
