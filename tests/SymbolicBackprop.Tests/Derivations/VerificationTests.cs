using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

public sealed class VerificationTests
{
    private readonly Model model = RandomNetwork.Tanh(2, 3, 1).Model;

    [Fact]
    public void Right_steps_have_a_verdict_for_each_equality()
    {
        var verdicts = Prove(
            Claim(Statement.Equality(D(L, W(2, 1, 1)), new Unknown())),
            Claim(Statement.Equality(D(L, W(2, 1, 1)), Product(Delta(2, 1), Prime(F(2, Z(2, 1))), A(1, 1)), Product(Delta(2, 1), D(A(2, 1), W(2, 1, 1))))),
            Claim(Statement.Equality(Delta(1, J), Product(Delta(2, 1), Prime(F(2, Z(2, 1))), W(2, J, 1))) with { Range = new IndexRange("j", 1, 3) }));

        Assert.Equal([0, 2, 3], verdicts.Select(step => step.Count));
        Assert.All(verdicts.SelectMany(step => step), verdict => Assert.IsType<Verdict.Proved>(verdict));
    }

    [Fact]
    public void A_step_that_does_not_hold_stops_everything()
    {
        AssertRefused(Claim(Statement.Equality(D(L, W(2, 1, 1)), Product(Delta(2, 1), A(1, 1)))));
        AssertRefused(Claim(Statement.Equality(D(L, B(2, 1)), D(L, Z(2, 1)), Delta(2, 1))));
        AssertRefused(Claim(new Statement(Delta(2, 1), [new Link(Relation.Defined, D(L, Z(2, 1)))])));
    }

    [Fact]
    public void A_statement_that_fails_for_one_value_of_its_index_fails()
    {
        var right = Statement.Equality(D(Z(2, 1), A(1, J)), W(2, J, 1));
        var wrong = Statement.Equality(D(Z(2, 1), A(1, J)), new Fraction(Product(W(2, J, 1), W(2, 3, 1)), W(2, 3, 1)), W(2, 1, 1));

        Prove(Claim(right with { Range = new IndexRange("j", 1, 3) }));
        Prove(Claim(wrong with { Range = new IndexRange("j", 1, 1) }));
        AssertRefused(Claim(wrong with { Range = new IndexRange("j", 1, 2) }));
    }

    [Fact]
    public void Signs_that_claim_no_equality_are_passed_over()
    {
        var statement = new Statement(L, [new Link(Relation.LeadsTo, A(2, 1)), new Link(Relation.Implies, Z(2, 1)), new Link(Relation.Approximate, B(2, 1))]);

        Assert.Empty(Assert.Single(Prove(Claim(statement))));
    }

    [Fact]
    public void An_equality_after_another_sign_is_one_of_its_own_two_sides()
    {
        var statement = new Statement(P, [new Link(Relation.Implies, D(Z(2, 1), B(2, 1))), new Link(Relation.Equal, Number(1))]);

        Assert.Single(Assert.Single(Prove(Claim(statement))));
    }

    private static Step Claim(Statement statement) => new(statement, Reason.Assembly);

    private IReadOnlyList<IReadOnlyList<Verdict>> Prove(params Step[] steps) =>
        Verification.Prove(steps, new Meaning(model, DeltaConvention.ByActivation));

    private void AssertRefused(Step step)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Prove(Claim(Statement.Equality(P, new Unknown())), step));
        Assert.StartsWith("A step of a derivation does not hold; this is a mistake of the engine.", exception.Message);
    }
}
