namespace SymbolicBackprop.Expressions;

/// <summary>
/// A growing graph of expressions. Equal expressions are one node, and nodes are numbered in the order of their creation, so
/// children come before parents and every sweep over the graph is a loop. Building is for one thread; a graph that no longer
/// grows may be read from many.
/// </summary>
public sealed partial class ExprGraph
{
    private readonly NodeTable nodes;
    private readonly List<Rational> numbers;
    private readonly Dictionary<Rational, int> numberIds;
    private readonly List<object> names; // of each variable, or of a family of them: a string or the family
    private int namesKnown; // those of the first so many entries have been entered below
    private readonly Dictionary<string, int> variableIds;
    private readonly List<Function> functions;
    private readonly Dictionary<Function, int> functionIndices;

    /// <summary>Makes a graph with 0 and 1 in it.</summary>
    /// <param name="capacity">How many nodes to make room for at the start.</param>
    public ExprGraph(int capacity = 64)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        nodes = new NodeTable(Math.Max(capacity, 16));
        (numbers, numberIds, functions, functionIndices) = ([], [], [], []);
        (names, variableIds) = ([], new Dictionary<string, int>(StringComparer.Ordinal));
        Zero = Number(0);
        One = Number(1);
    }

    private ExprGraph(ExprGraph original)
    {
        nodes = original.nodes.Copy();
        (numbers, numberIds) = ([.. original.numbers], new Dictionary<Rational, int>(original.numberIds));
        (functions, functionIndices) = ([.. original.functions], new Dictionary<Function, int>(original.functionIndices));
        (names, namesKnown) = ([.. original.names], original.namesKnown);
        variableIds = new Dictionary<string, int>(original.variableIds, StringComparer.Ordinal);
        Zero = new Expr(this, original.Zero.Id);
        One = new Expr(this, original.One.Id);
    }

    /// <summary>The number of nodes.</summary>
    public int Count => nodes.Count;

    /// <summary>The bytes that the nodes and their table take, spare capacity included.</summary>
    public long Bytes => nodes.Bytes;

    /// <summary>Makes room for sums, products, powers and applications of functions that are to come, and for their children.</summary>
    internal void Reserve(int count, int childCount, int variables = 0) => nodes.Reserve(count + variables, count, childCount);

    /// <summary>The number 0.</summary>
    public Expr Zero { get; }

    /// <summary>The number 1.</summary>
    public Expr One { get; }

    /// <summary>A number.</summary>
    public Expr Number(Rational value)
    {
        if (!numberIds.TryGetValue(value, out var id))
        {
            id = nodes.Add(ExprKind.Number, numbers.Count, []);
            numbers.Add(value);
            numberIds.Add(value, id);
        }

        return new Expr(this, id);
    }

    /// <summary>The variable of this name: the one that is there, or a new one without a definition.</summary>
    public Expr Variable(string name) => Find(name) ?? NewVariable(name, []);

    /// <summary>A new variable that stands for an expression. It is kept apart from its definition, so derivatives by it exist.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Expr Define(string name, Expr definition)
    {
        Own(definition);
        return Find(name) is not null
            ? throw new ArgumentException($"The variable '{name}' exists already; a variable is defined once, before it is used.", nameof(name))
            : NewVariable(name, [definition.Id]);
    }

    /// <summary>An application of a function.</summary>
    /// <exception cref="ArgumentException">The number of arguments is not the function's arity.</exception>
    public Expr Apply(Function function, params ReadOnlySpan<Expr> arguments)
    {
        if (arguments.Length != function.Arity)
        {
            throw new ArgumentException($"{function.Name} takes {function.Arity} argument(s), not {arguments.Length}.", nameof(arguments));
        }

        Span<int> ids = stackalloc int[arguments.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = Own(arguments[i]);
        }

        if (function.Simplify?.Invoke(arguments) is { } simpler)
        {
            return simpler;
        }

        if (!functionIndices.TryGetValue(function, out var index))
        {
            index = functions.Count;
            functions.Add(function);
            functionIndices.Add(function, index);
        }

        return new Expr(this, nodes.Intern(ExprKind.Function, index, ids));
    }

    /// <summary>A node of the kind of another one, which may be of another graph, over children of this graph.</summary>
    internal Expr Like(Expr node, ReadOnlySpan<Expr> children) => node.Kind switch
    {
        ExprKind.Number => Number(node.Number),
        ExprKind.Sum => Sum(children),
        ExprKind.Product => Product(children),
        ExprKind.Power => Power(children[0], node.Exponent),
        ExprKind.Function => Apply(node.Function, children),
        _ => throw new InvalidOperationException($"A {node.Kind} cannot be rebuilt."),
    };

    /// <summary>
    /// A graph with the same nodes under the same indices, which grows by itself. Families stay those of this graph; whoever holds
    /// them adopts the variables of the copy into families of its own.
    /// </summary>
    internal ExprGraph Copy() => new(this);

    internal ExprKind KindOf(int id) => nodes.KindOf(id);

    internal ReadOnlySpan<int> ChildrenOf(int id) => nodes.ChildrenOf(id);

    internal Rational NumberOf(int id) => numbers[nodes.PayloadOf(Expect(id, ExprKind.Number))];

    internal string NameOf(int id) => FamilyOf(id) is { } family
        ? family.NameAt(id - family.First.Id)
        : (string)names[nodes.PayloadOf(id)];

    /// <summary>The family that a variable is of, or null for one that was made by its name.</summary>
    internal VariableFamily? FamilyOf(int id) => names[nodes.PayloadOf(Expect(id, ExprKind.Variable))] as VariableFamily;

    internal Function FunctionOf(int id) => functions[nodes.PayloadOf(Expect(id, ExprKind.Function))];

    /// <summary>The id of an expression of this graph.</summary>
    /// <exception cref="ArgumentException">The expression belongs to another graph.</exception>
    internal int Own(Expr expression) => ReferenceEquals(expression.Graph, this)
        ? expression.Id
        : throw new ArgumentException("The expression belongs to another graph; substitute it into this one first.", nameof(expression));

    /// <summary>Makes the variables of a family, whose names are not taken.</summary>
    /// <param name="family">The family.</param>
    /// <param name="definition">What its only variable stands for, or null for variables without definitions.</param>
    internal void Add(VariableFamily family, Expr? definition)
    {
        family.First = new Expr(this, nodes.Count);
        for (var i = 0; i < family.Count; i++)
        {
            nodes.Add(ExprKind.Variable, names.Count, definition is { } stated ? [Own(stated)] : []);
        }

        names.Add(family);
    }

    /// <summary>Takes a variable that was made by its name into a family of its own.</summary>
    internal void Adopt(VariableFamily family, Expr variable)
    {
        family.First = variable;
        names[nodes.PayloadOf(Expect(Own(variable), ExprKind.Variable))] = family;
    }

    /// <summary>The variable of a name, or null.</summary>
    internal Expr? Find(string name) =>
        variableIds.TryGetValue(name, out var id) || (LearnNames() && variableIds.TryGetValue(name, out id)) ? new Expr(this, id) : null;

    // Makes the names of those families that were not asked for theirs before.
    private bool LearnNames()
    {
        var before = variableIds.Count;
        for (; namesKnown < names.Count; namesKnown++)
        {
            if (names[namesKnown] is VariableFamily family)
            {
                for (var i = 0; i < family.Count; i++)
                {
                    variableIds[family.NameAt(i)] = family.First.Id + i;
                }
            }
        }

        return variableIds.Count > before;
    }

    private Expr NewVariable(string name, ReadOnlySpan<int> definition)
    {
        var id = nodes.Add(ExprKind.Variable, names.Count, definition);
        names.Add(name);
        variableIds.Add(name, id);
        return new Expr(this, id);
    }

    private int Expect(int id, ExprKind kind) => nodes.KindOf(id) == kind
        ? id
        : throw new InvalidOperationException($"The node is a {nodes.KindOf(id)}, not a {kind}.");
}
