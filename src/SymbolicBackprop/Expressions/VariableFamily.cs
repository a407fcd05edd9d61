namespace SymbolicBackprop.Expressions;

/// <summary>
/// Variables that stand one after the other in a graph. Their names are made when somebody asks for them: of the weights of a large
/// network hardly one is ever written.
/// </summary>
/// <param name="count">How many there are.</param>
internal abstract class VariableFamily(int count)
{
    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>The first of them; the others are the nodes behind it.</summary>
    public Expr First { get; internal set; }

    /// <summary>The node of one of them, counted from 0.</summary>
    public Expr NodeAt(int offset) => new(First.Graph, First.Id + offset);

    /// <summary>The name of one of them, counted from 0.</summary>
    public abstract string NameAt(int offset);
}
