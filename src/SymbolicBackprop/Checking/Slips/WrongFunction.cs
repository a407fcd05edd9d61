using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>The function is that of another layer, by its index, by its name or written out.</summary>
    public static Slip WrongFunction { get; } = new("wrong-function", "the function is that of another layer", OtherFunctions);

    private static IEnumerable<Formula> OtherFunctions(Site site, Vocabulary vocabulary)
    {
        if (site.Node is Call { Arguments.Count: <= 1 } call && (call.Function.Layer is not null || vocabulary.Model.Functions.Values.Any(own => own.Name == call.Function.Name)))
        {
            // First the layer of its argument, then all others.
            var own = call.Arguments is [Symbol { Role: Role.PreActivation, Layer: { } layer }] ? FunctionSymbol.OfLayer(layer) : null;
            foreach (var other in vocabulary.Model.Functions.Keys.Prepend(own ?? call.Function).Where(other => other != call.Function))
            {
                yield return call with { Function = other };
            }
        }

        if (site.Kind == SiteKind.Term && site.Node is not (Symbol or Literal or Call))
        {
            // The whole side may be the formula of another layer's function, or of its derivative.
            foreach (var z in vocabulary.PreActivations.Prepend(Models.Meaning.FreeArgument))
            {
                foreach (var activation in vocabulary.Model.Functions.Values.Distinct().Where(activation => !activation.IsPiecewise))
                {
                    yield return WrittenOut.Derivative(activation, z);
                    yield return WrittenOut.Value(activation, z);
                }
            }
        }
    }
}
