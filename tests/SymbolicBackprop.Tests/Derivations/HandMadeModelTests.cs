using System.Numerics;
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

        var derivation = builder.Derive(p.Symbol);

        Assert.Equal(3, derivation.PathCount);
        Assert.Equal(3, derivation.Sections.Count(section => section.Kind == SectionKind.Path));
        Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths));
    }

    [Fact]
    public void Ways_that_fork_again_and_again_are_told_in_a_length_that_grows_as_their_number_does()
    {
        Derivation Told(int forks)
        {
            var model = new Model();
            var bottom = model.Add(P);
            for (var i = 1; i <= forks; i++)
            {
                var below = bottom.Symbol;
                var q = model.Define(Symbol.Named("q", i), bottom.Node.Pow(2), () => new Power(below, Number(2)));
                var r = model.Define(Symbol.Named("r", i), 3 * bottom.Node, () => Product(Number(3), below));
                bottom = model.Define(Symbol.Named("s", i), q.Node * r.Node, () => Product(q.Symbol, r.Symbol));
            }

            model.Define(L, bottom.Node + 1, () => Sum(bottom.Symbol, Number(1)));
            var builder = new DerivationBuilder(model, new DerivationOptions());
            var derivation = builder.Derive(P);
            Verification.Prove([.. derivation.Steps], builder.Meaning);
            return derivation;
        }

        static int LengthOf(Derivation derivation) =>
            derivation.Steps.SelectMany(step => step.Statement.Sides).SelectMany(side => side.WithParts()).Count();

        var (some, many) = (Told(20), Told(40));

        Assert.Equal(BigInteger.Pow(2, 40), many.PathCount);
        Assert.InRange(LengthOf(many), 1.5 * LengthOf(some), 2.5 * LengthOf(some));
        var known = new HashSet<Formula> { D(L, P) };
        foreach (var (first, links) in many.Steps.Select(step => step.Statement))
        {
            // Each derivative follows from such as stand before it.
            Assert.All(links[0].Side.WithParts().OfType<Derivative>(), part => Assert.Contains(part, known));
            known.Add(first);
        }
    }

    [Fact]
    public void What_the_loss_does_not_depend_on_has_the_derivative_0()
    {
        var model = new Model();
        var (p, q) = (model.Add(P), model.Add(Q));
        model.Define(L, p.Node.Pow(2), () => new Power(P, Number(2)));

        var derivation = new DerivationBuilder(model, new DerivationOptions()).Derive(q.Symbol);

        Assert.Equal(0, derivation.PathCount);
        Assert.Equal(Statement.Equality(D(L, Q), Number(0)), Assert.Single(derivation.Steps).Statement);
    }

    [Fact]
    public void The_derivative_of_the_loss_by_itself_is_1()
    {
        var model = new Model();
        var p = model.Add(P);
        model.Define(L, p.Node.Pow(2), () => new Power(P, Number(2)));

        var derivation = new DerivationBuilder(model, new DerivationOptions()).Derive(L);

        Assert.Equal(Statement.Equality(D(L, L), Number(1)), Assert.Single(derivation.Steps).Statement);
    }
}
