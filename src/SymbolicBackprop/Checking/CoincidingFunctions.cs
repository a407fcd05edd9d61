using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>What a document says or takes for granted of layers that happen to have the same function.</summary>
internal static class CoincidingFunctions
{
    /// <summary>Why a claim such as f_1 = f_2 holds that says nothing else; null for all other claims.</summary>
    public static string? Stated(Claim claim, Model model) =>
        claim is { Left: Call { Primes: 0, Function: { Layer: not null } left } one, Right: Call { Primes: 0, Function: { Layer: not null } right } other }
        && left != right && one.Arguments == other.Arguments && model.Functions.TryGetValue(left, out var function)
            ? $"both are {function.Name}"
            : null;

    /// <summary>
    /// The first function of a claim that is one layer's and applied to a weighted sum of another: why the claim holds here only, and
    /// what should stand there; null where there is none.
    /// </summary>
    public static (string Reason, Call Wrong, Call Right)? Find(Claim claim, Model model)
    {
        foreach (var call in claim.Sides.SelectMany(side => side.WithParts()).OfType<Call>())
        {
            if (call is { Function.Layer: { } named, Arguments: [Symbol { Role: Role.PreActivation, Layer: { } own } argument] } && named != own)
            {
                var functions = string.Join(" and ", model.Functions.Keys.Where(function => function.Layer is not null && SharesWith(function, own, model)).Select(function => function.ToString()));
                var reason = named.Letter is { } letter && argument.Indices.Any(index => index.Letter == letter)
                    ? $"in {call.Function}{new string('′', call.Primes)} the index {letter} counts units, yet f is indexed by layer; it holds only because {functions} are the same function"
                    : $"{call.Function} is applied to a weighted sum of layer {own}; it holds only because {functions} are the same function";
                return (reason, call, call with { Function = FunctionSymbol.OfLayer(own) });
            }
        }

        return null;
    }

    private static bool SharesWith(FunctionSymbol function, Index layer, Model model) =>
        model.Functions.TryGetValue(FunctionSymbol.OfLayer(layer), out var activation) && model.Functions[function] == activation;
}
