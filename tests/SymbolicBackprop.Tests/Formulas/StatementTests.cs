using SymbolicBackprop.Formulas;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Formulas;

public sealed class StatementTests
{
    [Fact]
    public void A_statement_with_an_index_has_an_instance_for_each_value()
    {
        var general = Statement.Equality(Z(1, J), B(1, J), A(1, J)) with { Range = new IndexRange("j", 2, 4) };

        Assert.Equal(
            [Statement.Equality(Z(1, 2), B(1, 2), A(1, 2)), Statement.Equality(Z(1, 3), B(1, 3), A(1, 3)), Statement.Equality(Z(1, 4), B(1, 4), A(1, 4))],
            general.Instances());
    }

    [Fact]
    public void A_statement_without_an_index_is_its_only_instance()
    {
        var statement = Statement.Equality(Z(1, 1), B(1, 1));

        Assert.Same(statement, Assert.Single(statement.Instances()));
    }

    [Fact]
    public void Sides_come_in_reading_order() => Assert.Equal([P, Q, R], Statement.Equality(P, Q, R).Sides);
}
