using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>
/// Quantities of a model that differ in their first index only, which counts from that of the first one: the inputs, or the weights
/// that lead to a unit. Each becomes an object of its own when it is asked for.
/// </summary>
/// <param name="first">The name of the first of them.</param>
/// <param name="count">How many there are.</param>
/// <param name="start">The position of the first among the variables of the model.</param>
/// <param name="written">The definition as it is to be read, of one quantity; null for what is given.</param>
internal sealed class VariableRow(Symbol first, int count, int start, Func<Formula>? written) : VariableFamily(count)
{
    private Variable?[]? made;

    public int Start => start;

    public Symbol FirstSymbol => first;

    public Variable this[int offset]
    {
        get
        {
            // Readers of a finished model may come from several threads, and all are to see the same object.
            var all = made ?? Interlocked.CompareExchange(ref made, new Variable?[Count], null) ?? made;
            return all[offset] ?? Interlocked.CompareExchange(ref all[offset], new Variable(SymbolAt(offset), NodeAt(offset), written), null) ?? all[offset]!;
        }
    }

    public Symbol SymbolAt(int offset) => offset == 0 ? first : first.WithFirstIndex(first.Indices[0].Number + offset);

    /// <summary>The same quantities for a model that has the same variables on a graph of its own.</summary>
    public VariableRow Copy() => new(first, Count, start, written);

    public override string NameAt(int offset) => SymbolAt(offset).ToString();
}
