using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Files.Equations;

/// <summary>Puts definitions into an order in which each stands after those that it uses.</summary>
/// <param name="definitions">The definitions by what they define.</param>
internal sealed class DefinitionOrder(IReadOnlyDictionary<Symbol, EquationInstance> definitions)
{
    /// <summary>The definitions in such an order, otherwise in that of writing; null where they go round in a circle.</summary>
    /// <param name="diagnostics">Where the circle is reported.</param>
    public List<EquationInstance>? Sort(List<Diagnostic> diagnostics)
    {
        var done = new HashSet<Symbol>();
        var sorted = new List<EquationInstance>();
        foreach (var start in definitions.Values)
        {
            var way = new List<EquationInstance>();
            var onWay = new HashSet<Symbol>();
            var open = new Stack<IEnumerator<Symbol>>();
            Enter(start);
            while (open.TryPeek(out var uses))
            {
                if (!uses.MoveNext())
                {
                    open.Pop();
                    sorted.AddRange(done.Add(way[^1].Symbol) ? [way[^1]] : []);
                    onWay.Remove(way[^1].Symbol);
                    way.RemoveAt(way.Count - 1);
                }
                else if (onWay.Contains(uses.Current))
                {
                    diagnostics.Add(EquationMessages.Circle(way[way.FindIndex(each => each.Symbol == uses.Current)..]));
                    return null;
                }
                else if (definitions.TryGetValue(uses.Current, out var used))
                {
                    Enter(used);
                }
            }

            void Enter(EquationInstance definition)
            {
                way.Add(definition);
                onWay.Add(definition.Symbol);
                open.Push((done.Contains(definition.Symbol) ? [] : SymbolsIn(definition.Right)).GetEnumerator());
            }
        }

        return sorted;
    }

    /// <summary>
    /// The quantities in a formula, in the order of reading; sums with Σ name those of all their terms. Not all are given where a sum has
    /// more terms than are worked out.
    /// </summary>
    public static IEnumerable<Symbol> SymbolsIn(Formula formula)
    {
        var open = new Stack<Formula>([formula]);
        var terms = 0;
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case Symbol symbol:
                    yield return symbol;
                    break;
                case Summation { From: { Letter: null } from, To: { Letter: null } to } sum:
                    for (var value = to.Number; value >= from.Number && terms < Meaning.MostTerms; value--)
                    {
                        terms++;
                        open.Push(sum.Body.Bind(sum.Letter, value));
                    }

                    break;
                default:
                    foreach (var part in next.Parts().Reverse())
                    {
                        open.Push(part);
                    }

                    break;
            }
        }
    }
}
