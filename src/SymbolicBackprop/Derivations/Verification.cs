using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Compares the two sides of every equality before it is printed.</summary>
internal static class Verification
{
    /// <summary>The equalities that a statement claims, as pairs of expressions; one for each value of its index.</summary>
    public static IEnumerable<(Expr Left, Expr Right)> Claims(Statement statement, Meaning meaning)
    {
        var sides = statement.Sides.ToList();
        foreach (var instance in Instances(statement.Range))
        {
            for (var i = 0; i < statement.Links.Count; i++)
            {
                if (statement.Links[i].Relation is Relation.Equal or Relation.Defined && statement.Links[i].Side is not Unknown)
                {
                    yield return (meaning.Of(instance(sides[i])), meaning.Of(instance(sides[i + 1])));
                }
            }
        }
    }

    private static IEnumerable<Func<Formula, Formula>> Instances(IndexRange? range)
    {
        if (range is null)
        {
            yield return formula => formula;
            yield break;
        }

        for (var value = range.From.Number; value <= range.To.Number; value++)
        {
            var bound = value;
            yield return formula => formula.Bind(range.Letter, bound);
        }
    }
}
