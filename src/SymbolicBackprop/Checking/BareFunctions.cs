using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>
/// Functions without their argument beside quantities of units, as in δ f′ a: they are taken at the weighted sum of the unit that is
/// spoken of. Among themselves, as in f′ = 1 − f², they stand for functions.
/// </summary>
internal static class BareFunctions
{
    /// <summary>The sides of a claim with the arguments that are understood in them.</summary>
    /// <exception cref="MeaninglessException">More than one weighted sum could be meant.</exception>
    public static (Formula Left, Formula Right) Applied(Formula left, Formula right, Model model, Meaning meaning)
    {
        List<Formula> parts = [.. left.WithParts(), .. right.WithParts()];
        if (!parts.Exists(IsBare) || parts.Find(part => part is Symbol symbol && symbol.Role != Role.Named) is null)
        {
            return (left, right);
        }

        List<Symbol> sums = [.. parts.OfType<Symbol>().Select(symbol => SumOf(symbol, model)).OfType<Symbol>()
            .Select(sum => meaning.TryFind(sum, out var known) ? known.Symbol : sum).Distinct()];

        Formula? Replaced(Formula part)
        {
            if (part is not Call call || !IsBare(call))
            {
                return null;
            }

            return sums.FindAll(sum => Fits(call.Function, sum, model)) is [var only]
                ? call with { Arguments = [only] }
                : throw new MeaninglessException($"It is not clear where {call.Function}{new string('′', call.Primes)} is taken; write its argument.");
        }

        return (left.Rewrite(Replaced), right.Rewrite(Replaced));
    }

    private static bool IsBare(Formula part) => part is Call { Arguments: [] } call && FunctionNames.Find(call.Function.Name) is not { Arity: 0 };

    // The weighted sum of the unit that a symbol belongs to.
    private static Symbol? SumOf(Symbol symbol, Model model) => symbol switch
    {
        { Role: Role.PreActivation or Role.Activation or Role.Bias or Role.Delta, Layer: { Letter: not null } or { Number: > 0 } } =>
            symbol with { Role = Role.PreActivation },
        { Role: Role.Weight, Layer: not null, Indices: [_, var to] } => symbol with { Role = Role.PreActivation, Indices = [to] },
        { Role: Role.Prediction } when model.TryFind(symbol, out var prediction) => model.Resolve(prediction).Symbol with { Role = Role.PreActivation },
        _ => null,
    };

    private static bool Fits(FunctionSymbol function, Symbol sum, Model model) =>
        function.Layer is { } layer ? layer == sum.Layer
        : FunctionNames.Find(function.Name) is null
            || sum.Layer is not { Letter: null } own
            || (model.Functions.TryGetValue(FunctionSymbol.OfLayer(own), out var activation) && activation.Name == function.Name);
}
