using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Tests.Checking.Mutations;

/// <summary>Activation functions in statements, by name or written out.</summary>
internal static class Written
{
    /// <summary>f′(z) as a call or as ∂a/∂z.</summary>
    public static bool IsDerivative(Formula part) =>
        part is Call { Primes: 1, Function.Layer: not null } or Derivative { Of: Symbol { Role: Role.Activation }, By: Symbol { Role: Role.PreActivation } };

    /// <summary>The functions that a formula in z may write out, with their argument.</summary>
    public static IEnumerable<(Activation Activation, Symbol Argument)> FunctionsIn(Formula part, Setting setting) =>
        from z in part.WithParts().OfType<Symbol>().Where(symbol => symbol.Role == Role.PreActivation || symbol == Meaning.FreeArgument).Distinct()
        from activation in setting.Model.Functions.Where(function => z.Layer is null || function.Key.Layer == z.Layer).Select(function => function.Value).Distinct()
        where !activation.IsPiecewise
        select (activation, z);

    /// <summary>Where in a product a derivative f′(z) stands, by name or written out over one factor or more.</summary>
    public static IEnumerable<Range> DerivativesIn(Product product, Setting setting)
    {
        for (var i = 0; i < product.Factors.Count; i++)
        {
            if (IsDerivative(product.Factors[i]))
            {
                yield return i..(i + 1);
            }
        }

        foreach (var (activation, z) in FunctionsIn(product, setting))
        {
            Formula[] run = WrittenOut.Derivative(activation, z) is Product several ? [.. several.Factors] : [WrittenOut.Derivative(activation, z)];
            for (var i = 0; run is not [Literal] && i + run.Length <= product.Factors.Count; i++)
            {
                if (product.Factors.Skip(i).Take(run.Length).SequenceEqual(run))
                {
                    yield return i..(i + run.Length);
                }
            }
        }
    }
}
