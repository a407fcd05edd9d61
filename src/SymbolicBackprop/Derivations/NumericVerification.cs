using SymbolicBackprop.Formulas;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Derivations;

/// <summary>Holds printed numbers against computed ones before they are printed.</summary>
internal static class NumericVerification
{
    /// <summary>Checks that each side of a step with numbers in it can stand for the value of the quantity, and the last is it, rounded.</summary>
    /// <exception cref="InvalidOperationException">One does not. The engine made a mistake; nothing may be printed.</exception>
    public static void Check(WorkedStep step, RoundedReading reading)
    {
        foreach (var link in step.Statement.Links.Skip(step.Symbolic.Links.Count))
        {
            Check(step.Statement.First, link.Relation, link.Side, reading);
        }
    }

    /// <summary>Checks that a printed number or formula can stand for the value of a quantity.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void Check(Formula quantity, Relation relation, Formula printed, RoundedReading reading)
    {
        if (!reading.Agree(quantity, printed, relation == Relation.Approximate))
        {
            throw new InvalidOperationException($"A number of a sheet is not what was computed; this is a mistake of the engine. {quantity}: {printed}");
        }
    }
}
