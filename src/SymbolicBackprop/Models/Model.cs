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
    private readonly List<Variable> variables = [];
    private readonly Dictionary<Symbol, Variable> bySymbol = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Variable> byNode = [];
    private readonly Dictionary<FunctionSymbol, Activation> functions = [];

    /// <summary>The graph that holds the definitions.</summary>
    public ExprGraph Graph { get; } = new();

    /// <summary>All variables, each after those that its definition uses.</summary>
    public IReadOnlyList<Variable> Variables => variables;

    /// <summary>The functions that have names of their own in this model, such as f₃.</summary>
    public IReadOnlyDictionary<FunctionSymbol, Activation> Functions => functions;

    /// <summary>The variable of a name.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such variable.</exception>
    public Variable this[Symbol symbol] => TryFind(symbol, out var variable)
        ? variable
        : throw new KeyNotFoundException($"The model has no variable {symbol}.");

    /// <summary>Looks a variable up by its name.</summary>
    public bool TryFind(Symbol symbol, [MaybeNullWhen(false)] out Variable variable) => bySymbol.TryGetValue(symbol, out variable);

    /// <summary>Adds a quantity that is given: an input, a target, a parameter.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Variable Add(Symbol symbol)
    {
        ThrowIfTaken(symbol);
        return Register(new Variable(symbol, Graph.Variable(symbol.ToString()), null));
    }

    /// <summary>Adds a quantity that is defined by others.</summary>
    /// <param name="symbol">Its name.</param>
    /// <param name="definition">What it is.</param>
    /// <param name="written">The definition as it is to be read; made only when it is asked for.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Variable Define(Symbol symbol, Expr definition, Func<Formula> written)
    {
        ThrowIfTaken(symbol);
        return Register(new Variable(symbol, Graph.Define(symbol.ToString(), definition), written));
    }

    /// <summary>Gives a function a name in this model. Parameters of the function become given quantities, one for each name.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Name(FunctionSymbol symbol, Activation function)
    {
        functions.Add(symbol, function);
        foreach (var parameter in function.Parameters.Select(parameter => Symbol.Named(parameter.Name)).Where(parameter => !bySymbol.ContainsKey(parameter)))
        {
            Add(parameter);
        }
    }

    /// <summary>The variable that a node of the graph stands for.</summary>
    internal Variable Of(Expr node) => byNode[node.Id];

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

        var below = NodeSet.Below([variable.Node], throughDefinitions: false).Ids.ToArray();
        foreach (var id in below)
        {
            if (Graph.KindOf(id) == ExprKind.Variable && id != variable.Node.Id)
            {
                yield return byNode[id];
            }
        }
    }

    private void ThrowIfTaken(Symbol symbol)
    {
        // Expressions and messages go by the plain name, so that too has to be free.
        if (names.Contains(symbol.ToString()))
        {
            throw new ArgumentException($"The model has a variable {symbol} already.", nameof(symbol));
        }
    }

    private Variable Register(Variable variable)
    {
        variables.Add(variable);
        bySymbol.Add(variable.Symbol, variable);
        names.Add(variable.Symbol.ToString());
        byNode.Add(variable.Node.Id, variable);
        return variable;
    }
}
