using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>The function is that of another layer, by its index, by its name or written out.</summary>
    public static Slip WrongFunction { get; } = new("wrong-function", "the function is that of another layer", OtherFunctions);

    private static IEnumerable<Formula> OtherFunctions(Site site, Vocabulary vocabulary) => site.Node switch
    {
        Call { Arguments.Count: <= 1 } call when call.Function.Layer is not null || vocabulary.IsActivation(call.Function) => OtherNames(call, vocabulary),
        Product product => from run in Factors.Runs(product, least: 2)
                           from form in OtherForms(Factors.Take(product, run), vocabulary)
                           select Factors.Put(product, run, form),
        Sum or Fraction or Power => OtherForms(site.Node, vocabulary),
        _ => [],
    };

    // To a weighted sum belongs the function of its layer, to another argument any.
    private static IEnumerable<Formula> OtherNames(Call call, Vocabulary vocabulary) =>
        (call.Arguments is [Symbol { Role: Role.PreActivation, Layer: { } layer }] ? [FunctionSymbol.OfLayer(layer)] : vocabulary.Model.Functions.Keys)
        .Where(other => other != call.Function)
        .Select(other => call with { Function = other });

    // What writes out g(z) or g′(z) should write out f(z) or f′(z).
    private static IEnumerable<Formula> OtherForms(Formula written, Vocabulary vocabulary)
    {
        if (vocabulary.Values.AreSame(written, Literal.One))
        {
            yield break; // the derivative of z, but written for something else
        }

        foreach (var own in vocabulary.AppliedIn(written))
        {
            if (own.OtherValues.Any(other => vocabulary.Values.AreSame(written, other)))
            {
                yield return own.WrittenValue;
            }

            if (own.OtherDerivatives.Any(other => vocabulary.Values.AreSame(written, other)))
            {
                yield return own.WrittenDerivative;
            }
        }
    }
}
