namespace SymbolicBackprop.Expressions;

/// <summary>A handle to a node of an <see cref="ExprGraph"/>. Equal expressions of a graph are the same node.</summary>
/// <param name="Graph">The graph that holds the node.</param>
/// <param name="Id">The index of the node; children have smaller indices than their parents.</param>
public readonly record struct Expr(ExprGraph Graph, int Id)
{
    /// <summary>The kind of the node.</summary>
    public ExprKind Kind => Graph.KindOf(Id);

    /// <summary>The number of children.</summary>
    public int ChildCount => Graph.ChildrenOf(Id).Length;

    /// <summary>Whether this is the number 0.</summary>
    public bool IsZero => Id == Graph.Zero.Id;

    /// <summary>Whether this is the number 1.</summary>
    public bool IsOne => Id == Graph.One.Id;

    /// <summary>The value of a number.</summary>
    /// <exception cref="InvalidOperationException">The node is not a number.</exception>
    public Rational Number => Graph.NumberOf(Id);

    /// <summary>The name of a variable.</summary>
    /// <exception cref="InvalidOperationException">The node is not a variable.</exception>
    public string Name => Graph.NameOf(Id);

    /// <summary>What a variable stands for, or null for a variable without a definition and for other kinds.</summary>
    public Expr? Definition => Kind == ExprKind.Variable && ChildCount == 1 ? Child(0) : null;

    /// <summary>The function of an application.</summary>
    /// <exception cref="InvalidOperationException">The node is not an application of a function.</exception>
    public Function Function => Graph.FunctionOf(Id);

    /// <summary>The exponent of a power.</summary>
    /// <exception cref="InvalidOperationException">The node is not a power.</exception>
    public Rational Exponent => Kind == ExprKind.Power
        ? Child(1).Number
        : throw new InvalidOperationException($"A {Kind} has no exponent.");

    /// <summary>The child at a position counted from 0.</summary>
    public Expr Child(int index) => new(Graph, Graph.ChildrenOf(Id)[index]);

    /// <summary>All children in order.</summary>
    public IEnumerable<Expr> Children()
    {
        for (var i = 0; i < ChildCount; i++)
        {
            yield return Child(i);
        }
    }

    /// <summary>The sum.</summary>
    public static Expr operator +(Expr left, Expr right) => left.Graph.Sum(left, right);

    /// <summary>The sum.</summary>
    public static Expr operator +(Expr left, Rational right) => left + left.Graph.Number(right);

    /// <summary>The sum.</summary>
    public static Expr operator +(Rational left, Expr right) => right.Graph.Number(left) + right;

    /// <summary>The difference.</summary>
    public static Expr operator -(Expr left, Expr right) => left + -right;

    /// <summary>The difference.</summary>
    public static Expr operator -(Expr left, Rational right) => left + -right;

    /// <summary>The difference.</summary>
    public static Expr operator -(Rational left, Expr right) => left + -right;

    /// <summary>The expression times −1.</summary>
    public static Expr operator -(Expr value) => -Rational.One * value;

    /// <summary>The product.</summary>
    public static Expr operator *(Expr left, Expr right) => left.Graph.Product(left, right);

    /// <summary>The product.</summary>
    public static Expr operator *(Rational left, Expr right) => right.Graph.Number(left) * right;

    /// <summary>The product.</summary>
    public static Expr operator *(Expr left, Rational right) => right * left;

    /// <summary>The quotient, kept as a product with a power of exponent −1.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is the number 0.</exception>
    public static Expr operator /(Expr left, Expr right) => left * right.Pow(-1);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is the number 0.</exception>
    public static Expr operator /(Expr left, Rational right) => (Rational.One / right) * left;

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is the number 0.</exception>
    public static Expr operator /(Rational left, Expr right) => left * right.Pow(-1);

    /// <summary>A power with a rational exponent.</summary>
    /// <exception cref="DivideByZeroException">The number 0 to a negative power.</exception>
    public Expr Pow(Rational exponent) => Graph.Power(this, exponent);

    /// <summary>A plain-text form for debugging and messages; see the formula writers for output.</summary>
    public override string ToString() => PlainText.Of(this);
}
