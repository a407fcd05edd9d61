using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Expressions;

public sealed class TemplateTests
{
    private readonly ExprGraph source = new();
    private readonly ExprGraph target = new();

    [Fact]
    public void It_makes_what_substitution_makes()
    {
        var (f, z, c) = (source.Variable("f"), source.Variable("z"), source.Variable("c"));
        var expression = 1 - f.Pow(2) + (c * StandardFunctions.Exp.Of(z * f) / (3 + z));
        var (first, second) = (target.Variable("a"), target.Variable("b"));

        var made = new Template(expression, "f", "z").With(target, first, second + 1);

        Assert.Equal(expression.Substitute(variable => variable == f ? first : variable == z ? second + 1 : null, target), made);
        Assert.Equal(["a", "b", "c"], NodeSet.Below([made]).Nodes.Where(node => node.Kind == ExprKind.Variable).Select(node => node.Name));
    }

    [Fact]
    public void Variables_and_numbers_alone_are_templates_too()
    {
        Assert.Equal(target.Variable("a"), new Template(source.Variable("z"), "f", "z").With(target, target.One, target.Variable("a")));
        Assert.Equal(target.Variable("z"), new Template(source.Variable("z")).With(target));
        Assert.Equal(target.Number(7), new Template(source.Number(7), "z").With(target, target.One));
    }
}
