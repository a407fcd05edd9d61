using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Reading;

/// <summary>What cannot stand in the formula of a function that somebody defines, symbols aside.</summary>
internal static class FormulaComplaints
{
    /// <summary>The complaint about a part of a formula, or null.</summary>
    /// <param name="part">The part.</param>
    /// <param name="written">How it is written.</param>
    public static Complaint? About(Formula part, string written) => part switch
    {
        Call call when call.Function.Layer is not null || FunctionNames.Find(call.Function.Name) is null => Messages.UnknownFunction(written),
        Call { Primes: > 0 } or Derivative => Messages.DerivativeInFunction,
        Call call when FunctionNames.Find(call.Function.Name)!.Arity is var arity && arity != call.Arguments.Count => Messages.WrongArity(call.Function, arity),
        Power { Exponent: var exponent } when !IsNumber(exponent) => Messages.ExponentIsNoNumber,
        PathShare or Underbrace or KroneckerDelta or Unknown => Messages.NotInFunction,
        _ => null,
    };

    /// <summary>A message about what has no meaning, as the end of a sentence.</summary>
    public static Complaint About(MeaninglessException exception) => new(char.ToLowerInvariant(exception.Message[0]) + exception.Message[1..].TrimEnd('.'));

    private static bool IsNumber(Formula formula) => formula.WithParts().All(part => part is Literal or Negative or Fraction);
}
