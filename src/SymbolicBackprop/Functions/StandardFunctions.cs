using System.Collections.Immutable;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

/// <summary>
/// The functions that the engine starts from. Each is one record in a file of its own; here is their list. Functions that can be
/// given by a formula in these, tanh and sigmoid among them, are activations.
/// </summary>
public static partial class StandardFunctions
{
    /// <summary>All of them, in alphabetical order.</summary>
    public static ImmutableArray<Function> All => [Abs, Arctan, Cos, Erf, Exp, Ln, Max, Pi, Sin, Sqrt, Step];
}
