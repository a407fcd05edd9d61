using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Identities;

/// <summary>
/// Random formulas as trees, with random steps that keep the value and random changes that do not. Trees, because a graph would put
/// both sides into the same canonical form at once.
/// </summary>
internal abstract record RandomFormula
{
    private RandomFormula()
    {
    }

    /// <summary>A random formula in the variables x0 to x3.</summary>
    public static RandomFormula Draw(Random random, int depth) => depth == 0
        ? random.Next(4) == 0 ? new Number(random.Next(1, 6)) : new Variable(random.Next(4))
        : random.Next(9) switch
        {
            0 or 1 => new Sum(Draw(random, depth - 1), Draw(random, depth - 1), random.Next(2) == 0),
            2 or 3 or 4 => new Product(Draw(random, depth - 1), Draw(random, depth - 1)),
            5 => new Power(Draw(random, depth - 1), random.Next(2, 4)),
            6 => new Power(Draw(random, depth - 1), -1),
            _ => new Apply(RandomFunction(random), Draw(random, depth - 1)),
        };

    /// <summary>The formula in a graph.</summary>
    public abstract Expr In(ExprGraph graph);

    /// <summary>An equal formula: every step is an identity wherever both sides have values.</summary>
    public RandomFormula Rewrite(Random random, int steps)
    {
        var formula = this;
        for (var i = 0; i < steps; i++)
        {
            formula = formula.ChangeAt(random.Next(formula.Size), part => part.Equal(random));
        }

        return formula;
    }

    /// <summary>A formula with one sign, one index, one exponent or one coefficient changed.</summary>
    public RandomFormula Spoil(Random random) => ChangeAt(random.Next(Size), part => part switch
    {
        Number number => new Number(number.Value + 1),
        Variable variable => new Variable((variable.Index + 1 + random.Next(3)) % 4),
        Sum sum => sum with { Minus = !sum.Minus },
        Product => new Product(new Number(random.Next(2) == 0 ? -1 : 2), part),
        Power power => power with { Exponent = power.Exponent == 2 ? 3 : 2 },
        Apply apply => apply with { Argument = new Product(new Number(-1), apply.Argument) },
        _ => throw new InvalidOperationException(),
    });

    protected abstract int Size { get; }

    protected abstract RandomFormula[] Children { get; }

    protected abstract RandomFormula With(RandomFormula[] children);

    private static string RandomFunction(Random random) => random.Next(3) switch
    {
        0 => "exp",
        1 => "tanh",
        _ => "sigmoid",
    };

    private static RandomFormula Exp(RandomFormula argument) => new Apply("exp", argument);

    private static RandomFormula Over(RandomFormula above, RandomFormula below) => new Product(above, new Power(below, -1));

    private static RandomFormula Twice(RandomFormula formula) => new Product(new Number(2), formula);

    private static RandomFormula Negated(RandomFormula formula) => new Product(new Number(-1), formula);

    // The formula with the part of a number, counted in preorder, changed.
    private RandomFormula ChangeAt(int index, Func<RandomFormula, RandomFormula> change)
    {
        if (index == 0)
        {
            return change(this);
        }

        var children = Children;
        index--;
        for (var k = 0; k < children.Length; k++)
        {
            if (index < children[k].Size)
            {
                children[k] = children[k].ChangeAt(index, change);
                return With(children);
            }

            index -= children[k].Size;
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }

    private RandomFormula Equal(Random random)
    {
        var (any, other) = ((RandomFormula)new Variable(random.Next(4)), (RandomFormula)new Variable(random.Next(4)));
        switch (this)
        {
            case Product { Right: Sum sum } product:
                return new Sum(new Product(product.Left, sum.Left), new Product(product.Left, sum.Right), sum.Minus);
            case Product { Left: Sum sum } product:
                return new Sum(new Product(sum.Left, product.Right), new Product(sum.Right, product.Right), sum.Minus);
            case Power { Exponent: 2, Base: Sum sum }:
                return new Sum(
                    new Sum(new Power(sum.Left, 2), Twice(new Product(sum.Left, sum.Right)), sum.Minus), new Power(sum.Right, 2), Minus: false);
            case Power { Exponent: 3 } power:
                return new Product(new Power(power.Base, 2), power.Base);
            case Apply { Name: "exp", Argument: Sum sum }:
                return sum.Minus ? Over(Exp(sum.Left), Exp(sum.Right)) : new Product(Exp(sum.Left), Exp(sum.Right));
            case Apply { Name: "tanh" } tanh:
                return random.Next(3) switch
                {
                    0 => Over(new Sum(Exp(Twice(tanh.Argument)), new Number(1), Minus: true), new Sum(Exp(Twice(tanh.Argument)), new Number(1), Minus: false)),
                    1 => new Sum(Twice(new Apply("sigmoid", Twice(tanh.Argument))), new Number(1), Minus: true),
                    _ => Negated(new Apply("tanh", Negated(tanh.Argument))),
                };
            case Apply { Name: "sigmoid" } sigmoid:
                return random.Next(3) switch
                {
                    0 => Over(Exp(sigmoid.Argument), new Sum(Exp(sigmoid.Argument), new Number(1), Minus: false)),
                    1 => new Sum(new Number(1), new Apply("sigmoid", Negated(sigmoid.Argument)), Minus: true),
                    _ => Over(new Sum(new Number(1), new Apply("tanh", Over(sigmoid.Argument, new Number(2))), Minus: false), new Number(2)),
                };
            default:
                return random.Next(3) switch
                {
                    // this·(u² − v²)/((u − v)(u + v))
                    0 => new Product(this, Over(
                        new Sum(new Power(any, 2), new Power(new Sum(other, new Number(7), Minus: false), 2), Minus: true),
                        new Product(
                            new Sum(any, new Sum(other, new Number(7), Minus: false), Minus: true),
                            new Sum(any, new Sum(other, new Number(7), Minus: false), Minus: false)))),

                    // this·(σ(u) + σ(−u))
                    1 => new Product(this, new Sum(new Apply("sigmoid", any), new Apply("sigmoid", Negated(any)), Minus: false)),

                    // this·u + this·(1 − u)
                    _ => new Sum(new Product(this, any), new Product(this, new Sum(new Number(1), any, Minus: true)), Minus: false),
                };
        }
    }

    public sealed record Number(int Value) : RandomFormula
    {
        protected override int Size => 1;

        protected override RandomFormula[] Children => [];

        public override Expr In(ExprGraph graph) => graph.Number(Value);

        protected override RandomFormula With(RandomFormula[] children) => this;
    }

    public sealed record Variable(int Index) : RandomFormula
    {
        protected override int Size => 1;

        protected override RandomFormula[] Children => [];

        public override Expr In(ExprGraph graph) => graph.Variable($"x{Index}");

        protected override RandomFormula With(RandomFormula[] children) => this;
    }

    public sealed record Sum(RandomFormula Left, RandomFormula Right, bool Minus) : RandomFormula
    {
        protected override int Size { get; } = 1 + Left.Size + Right.Size;

        protected override RandomFormula[] Children => [Left, Right];

        public override Expr In(ExprGraph graph) => Minus ? Left.In(graph) - Right.In(graph) : Left.In(graph) + Right.In(graph);

        protected override RandomFormula With(RandomFormula[] children) => new Sum(children[0], children[1], Minus);
    }

    public sealed record Product(RandomFormula Left, RandomFormula Right) : RandomFormula
    {
        protected override int Size { get; } = 1 + Left.Size + Right.Size;

        protected override RandomFormula[] Children => [Left, Right];

        public override Expr In(ExprGraph graph) => Left.In(graph) * Right.In(graph);

        protected override RandomFormula With(RandomFormula[] children) => new Product(children[0], children[1]);
    }

    public sealed record Power(RandomFormula Base, int Exponent) : RandomFormula
    {
        protected override int Size { get; } = 1 + Base.Size;

        protected override RandomFormula[] Children => [Base];

        public override Expr In(ExprGraph graph) => Base.In(graph).Pow(Exponent);

        protected override RandomFormula With(RandomFormula[] children) => new Power(children[0], Exponent);
    }

    public sealed record Apply(string Name, RandomFormula Argument) : RandomFormula
    {
        protected override int Size { get; } = 1 + Argument.Size;

        protected override RandomFormula[] Children => [Argument];

        public override Expr In(ExprGraph graph) => Name switch
        {
            "exp" => StandardFunctions.Exp.Of(Argument.In(graph)),
            "tanh" => Activation.Tanh.Of(Argument.In(graph)),
            "sigmoid" => Activation.Sigmoid.Of(Argument.In(graph)),
            _ => throw new InvalidOperationException(Name),
        };

        protected override RandomFormula With(RandomFormula[] children) => new Apply(Name, children[0]);
    }
}
