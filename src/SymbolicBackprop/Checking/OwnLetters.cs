using System.Collections.Immutable;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>Finds the letters to which a document gives a meaning of its own, although they are read as something else as a rule.</summary>
internal static class OwnLetters
{
    // The base of the exponential function.
    private const string Base = "e";

    /// <summary>The letters: e where it is made of other quantities, and letters of functions that stand for such and never for a function.</summary>
    public static ImmutableHashSet<string> Of(IEnumerable<Statement> statements)
    {
        var own = ImmutableHashSet.CreateBuilder<string>();
        var functions = new HashSet<string>();
        foreach (var statement in statements)
        {
            List<Formula> sides = [.. statement.Sides];
            var isAboutQuantities = sides.Exists(side => side.WithParts().Any(part => part is Symbol { Role: not Role.Named }));
            foreach (var side in sides)
            {
                if (isAboutQuantities && NameOf(side) is { } letter)
                {
                    own.Add(letter);
                }

                functions.UnionWith(side.WithParts().OfType<Call>().Where(call => NameOf(call) is null).Select(call => call.Function.Name));
            }
        }

        own.ExceptWith(functions);
        return own.ToImmutable();
    }

    private static string? NameOf(Formula side) => side switch
    {
        Symbol { Role: Role.Named, Letter: Base, Layer: null, Indices.Count: 0 } => Base,
        Call { Primes: 0, Arguments.Count: 0, Function: { Layer: null, Name: "g" or @"\phi" or @"\varphi" } function } => function.Name,
        _ => null,
    };
}
