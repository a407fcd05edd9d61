using System.Diagnostics.CodeAnalysis;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>
/// Named quantities with definitions over one another. A model knows nothing of layers: a network is one way to make one.
/// </summary>
public sealed class Model
{
    private readonly VariableList variables = new();
    private readonly Dictionary<Symbol, VariableRow> rows = []; // by the name of the first
    private readonly bool[] hasSeveralInARow = new bool[Enum.GetValues<Role>().Length];
    private readonly Dictionary<int, VariableRow> byDefinition = [];
    private readonly Extents extents;
    private readonly HashSet<string> letters = new(StringComparer.Ordinal);
    private readonly HashSet<char> initials = []; // of these letters
    private readonly List<Constraint> constraints = [];
    private readonly HashSet<Symbol> learned = [];
    private readonly Dictionary<FunctionSymbol, Activation> functions = [];
    private readonly Dictionary<Index, VectorActivation> vectorFunctions = [];

    /// <summary>Makes a model without quantities.</summary>
    public Model()
    {
        Graph = new ExprGraph();
        extents = new Extents(variables.Rows);
    }

    private Model(Model original)
    {
        extents = new Extents(variables.Rows);
        Graph = original.Graph.Copy();
        foreach (var row in original.variables.Rows)
        {
            var own = row.Copy();
            Graph.Adopt(own, new Expr(Graph, row.First.Id));
            Enter(own);
        }

        byDefinition = original.byDefinition.ToDictionary(row => row.Key, row => rows[row.Value.FirstSymbol]);
        (letters, initials) = (new HashSet<string>(original.letters, StringComparer.Ordinal), [.. original.initials]);
        (functions, vectorFunctions, learned) = (new(original.functions), new(original.vectorFunctions), [.. original.learned]);
        constraints = original.constraints.ConvertAll(constraint => constraint with
        {
            Solved = this[constraint.Solved.Symbol],
            Solution = new Expr(Graph, constraint.Solution.Id),
        });
        SampleCount = original.SampleCount;
    }

    /// <summary>The graph that holds the definitions.</summary>
    public ExprGraph Graph { get; }

    /// <summary>All variables, each after those that its definition uses.</summary>
    public IReadOnlyList<Variable> Variables => variables;

    /// <summary>The functions that have names of their own in this model, such as f₃.</summary>
    public IReadOnlyDictionary<FunctionSymbol, Activation> Functions => functions;

    /// <summary>The functions of whole layers, by their layers.</summary>
    public IReadOnlyDictionary<Index, VectorActivation> VectorFunctions => vectorFunctions;

    /// <summary>What the given quantities are known to fulfil. What rests on it says so.</summary>
    public IReadOnlyList<Constraint> Constraints => constraints;

    /// <summary>How many samples its quantities belong to; 0 where it does not tell samples apart.</summary>
    public int SampleCount { get; private set; }

    /// <summary>The variable of a name.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such variable.</exception>
    public Variable this[Symbol symbol] => TryFind(symbol, out var variable)
        ? variable
        : throw new KeyNotFoundException($"The model has no variable {symbol}.");

    /// <summary>Looks a variable up by its name.</summary>
    public bool TryFind(Symbol symbol, [MaybeNullWhen(false)] out Variable variable)
    {
        variable = rows.TryGetValue(symbol, out var row) ? row[0]
            : hasSeveralInARow[(int)symbol.Role] && symbol.Indices is [{ Letter: null, Number: > 1 } first, ..]
                && rows.TryGetValue(symbol.WithFirstIndex(1), out row) && first.Number <= row.Count ? row[first.Number - 1]
            : null;
        return variable is not null;
    }

    /// <summary>
    /// The same model on a graph of its own. What derives, checks or exports makes new expressions, and canonical forms follow the order
    /// in which nodes were made: each use works on a copy, so that a model can be shared between threads, and what becomes of it does
    /// not depend on what was done with it before.
    /// </summary>
    internal Model Copy() => new(this);

    /// <summary>Makes room for quantities that are to come.</summary>
    /// <param name="count">How many rows of them.</param>
    internal void Reserve(int count)
    {
        rows.EnsureCapacity(rows.Count + count);
        byDefinition.EnsureCapacity(byDefinition.Count + (count / 2));
    }

    /// <summary>Adds a quantity that is given: an input, a target, a parameter.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Variable Add(Symbol symbol) => Register(symbol, 1)[0];

    /// <summary>Adds quantities that are given, of which none is there yet, and that differ in their first index, from 1 on.</summary>
    /// <param name="first">The name of the first.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    internal VariableRow AddRow(Symbol first, int count) => Register(first, count);

    /// <summary>The quantities that were added together with one of this name, which is the first of them, or null.</summary>
    internal VariableRow? FindRow(Symbol first) => rows.GetValueOrDefault(first);

    /// <summary>Adds a quantity that is defined by others.</summary>
    /// <param name="symbol">Its name.</param>
    /// <param name="definition">What it is.</param>
    /// <param name="written">The definition as it is to be read; made only when it is asked for.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Variable Define(Symbol symbol, Expr definition, Func<Formula> written) => Register(symbol, 1, definition, written)[0];

    /// <summary>Adds a quantity as <see cref="Define"/> does, and gives its node alone.</summary>
    internal Expr DefineNode(Symbol symbol, Expr definition, Func<Formula> written) => Register(symbol, 1, definition, written).First;

    /// <summary>The nodes of all quantities of some roles, in the order of the model: weights and biases are what a network is differentiated by.</summary>
    public Expr[] NodesOf(params ReadOnlySpan<Role> roles)
    {
        var count = 0;
        foreach (var row in variables.Rows)
        {
            count += roles.Contains(row.FirstSymbol.Role) ? row.Count : 0;
        }

        var nodes = new Expr[count];
        count = 0;
        foreach (var row in variables.Rows)
        {
            for (var i = 0; roles.Contains(row.FirstSymbol.Role) && i < row.Count; i++)
            {
                nodes[count++] = row.NodeAt(i);
            }
        }

        return nodes;
    }

    /// <summary>Gives a function a name in this model. Parameters of the function become given quantities, one for each name.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Name(FunctionSymbol symbol, Activation function)
    {
        functions.Add(symbol, function);
        foreach (var parameter in function.Parameters.Select(parameter => Symbol.Named(parameter.Name)).Where(parameter => !rows.ContainsKey(parameter)))
        {
            Add(parameter);
        }
    }

    /// <summary>Says that the activations of a layer are made by a function of all its weighted sums.</summary>
    /// <exception cref="ArgumentException">The layer has such a function already.</exception>
    public void Name(Index layer, VectorActivation function) => vectorFunctions.Add(layer, function);

    /// <summary>Says that given quantities fulfil something.</summary>
    public void Assume(Constraint constraint) => constraints.Add(constraint);

    /// <summary>Says that a given quantity is a parameter, which is learned. Weights and biases are without that.</summary>
    /// <exception cref="ArgumentException">It is not given, but defined.</exception>
    /// <exception cref="KeyNotFoundException">The model has no such quantity.</exception>
    public void Learn(Symbol symbol) => learned.Add(this[symbol] is { Node.Definition: null } given ? given.Symbol : throw new ArgumentException($"{symbol} is computed, not given.", nameof(symbol)));

    /// <summary>
    /// The largest index in each position of the quantities of a role, a letter and a layer, such as the number of units; null where the
    /// model has none.
    /// </summary>
    internal IReadOnlyList<int>? ExtentOf(Role role, string letter, int? layer) => extents.Of(role, letter, layer);

    /// <summary>What is learned: the weights and biases of a network, and what <see cref="Learn"/> says.</summary>
    internal IEnumerable<Variable> Parameters => variables.Where(variable =>
        variable is { Symbol.Role: Role.Weight or Role.Bias, Node.Definition: null } || learned.Contains(variable.Symbol));

    /// <summary>Whether it has units in layers, as networks do.</summary>
    internal bool HasLayers => extents.HasLayersOf(Role.Activation);

    /// <summary>Whether there are quantities that have a letter of their own, and it is this one.</summary>
    internal bool HasLetter(string letter) => letters.Contains(letter);

    /// <summary>Whether there are quantities with a letter of their own and as many indices as a name has, with whatever values.</summary>
    internal bool HasAlike(Symbol name) => name is { Role: Role.Named, Indices.Count: > 0 }
        && ExtentOf(Role.Named, name.Letter, name.Layer?.Number)?.Count == name.Indices.Count;

    /// <summary>Whether it has layers, of one unit each.</summary>
    internal bool IsChain => extents.LargestUnit == 1;

    /// <summary>Whether there are quantities of a role and a letter in a layer; where a letter stands for the layer, in any.</summary>
    internal bool HasInLayer(Role role, string letter, Index layer) =>
        layer.Letter is null ? extents.Of(role, letter, layer.Number) is not null : extents.HasLayersOf(role, letter);

    /// <summary>The variable that a node of the graph stands for.</summary>
    internal Variable Of(Expr node) => Graph.FamilyOf(Graph.Own(node)) is VariableRow row
        ? row[node.Id - row.First.Id]
        : throw new KeyNotFoundException($"The model has no variable {node}.");

    /// <summary>The variable that is defined by an expression, or null; the first where there are several.</summary>
    internal Variable? DefinedBy(Expr definition) => byDefinition.GetValueOrDefault(definition.Id)?[0];

    /// <summary>The variable that a name stands for in the end: ŷ ⇒ a.</summary>
    internal Variable Resolve(Variable variable)
    {
        while (variable.IsAlias)
        {
            variable = Of(variable.Node.Definition!.Value);
        }

        return variable;
    }

    /// <summary>The variables that a definition uses, in the order of their creation.</summary>
    internal IEnumerable<Variable> DirectlyUsedBy(Variable variable)
    {
        if (variable.Node.Definition is null)
        {
            yield break;
        }

        foreach (var node in NodeSet.Below([variable.Node], throughDefinitions: false).Nodes)
        {
            if (node.Kind == ExprKind.Variable && node != variable.Node)
            {
                yield return Of(node);
            }
        }
    }

    private VariableRow Register(Symbol first, int count, Expr? definition = null, Func<Formula>? written = null)
    {
        var row = new VariableRow(first, count, variables.Count, written);
        if (NodeOfName(row) is { } known)
        {
            Graph.Adopt(row, known);
        }
        else
        {
            Graph.Add(row, definition);
        }

        Enter(row);
        if (definition is { } stated)
        {
            byDefinition.TryAdd(stated.Id, row);
        }

        if (first.Role == Role.Named)
        {
            letters.Add(first.Letter);
            initials.Add(first.Letter.FirstOrDefault());
        }

        SampleCount = Math.Max(SampleCount, first.Sample?.Number ?? 0);
        return row;
    }

    private void Enter(VariableRow row)
    {
        variables.Add(row);
        rows.Add(row.FirstSymbol, row);
        hasSeveralInARow[(int)row.FirstSymbol.Role] |= row.Count > 1;
    }

    // The node that goes by the name of a quantity already: somebody may have asked the graph for it.
    private Expr? NodeOfName(VariableRow row)
    {
        Expr? node = null;
        var isTaken = TryFind(row.FirstSymbol, out _);
        // Expressions and messages go by the plain name, so that too has to be free. Two symbols have one plain name only if one of
        // them has a letter of its own.
        if (row.FirstSymbol.Role == Role.Named || initials.Contains(row.FirstSymbol.PlainLetter[0]))
        {
            for (var i = 0; i < row.Count && !isTaken; i++)
            {
                node = Graph.Find(row.NameAt(i));
                isTaken = node is { } known && (row.Count > 1 || Graph.FamilyOf(known.Id) is not null);
            }
        }

        return isTaken ? throw new ArgumentException($"The model has a variable {row.FirstSymbol} already.", "symbol") : node;
    }
}
