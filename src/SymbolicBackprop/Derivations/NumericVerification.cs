using SymbolicBackprop.Formulas;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Derivations;

/// <summary>Holds printed numbers against computed ones before they are printed.</summary>
internal static class NumericVerification
{
    /// <summary>Checks that each side of a step with numbers in it can stand for the value of the quantity, and the last is it, rounded.</summary>
    /// <returns>How many relations with numbers it has.</returns>
    /// <exception cref="InvalidOperationException">One does not hold. The engine made a mistake; nothing may be printed.</exception>
    public static int Check(WorkedStep step, RoundedReading reading)
    {
        var statement = step.Statement;
        var numeric = statement.Links.Skip(step.Symbolic.Links.Count).ToList();
        foreach (var link in numeric)
        {
            if (!reading.Agree(statement.First, link.Side, link.Relation == Relation.Approximate))
            {
                throw new InvalidOperationException($"A number of a sheet is not what was computed; this is a mistake of the engine. {statement.First}: {link.Side}");
            }
        }

        return numeric.Count;
    }
}
