using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>A named quantity of a model.</summary>
public sealed class Variable
{
    private readonly Lazy<Formula>? written;

    internal Variable(Symbol symbol, Expr node, Func<Formula>? written)
    {
        Symbol = symbol;
        Node = node;
        this.written = written is null ? null : new Lazy<Formula>(written);
    }

    /// <summary>The name.</summary>
    public Symbol Symbol { get; }

    /// <summary>The node of the model's graph that stands for the quantity.</summary>
    public Expr Node { get; }

    /// <summary>The definition as it is to be read, or null for a quantity that is given: an input, a target, a parameter.</summary>
    public Formula? Definition => written?.Value;

    /// <summary>Whether the definition only gives another name to a variable, as in ŷ = a.</summary>
    public bool IsAlias => Node.Definition is { Kind: ExprKind.Variable };

    /// <summary>The name in plain text.</summary>
    public override string ToString() => Symbol.ToString();
}
