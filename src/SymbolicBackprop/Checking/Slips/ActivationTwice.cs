using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>An activation function is applied to what it has been applied to already.</summary>
    public static Slip ActivationTwice { get; } = new(
        "activation-twice",
        "the activation function is applied twice",
        (site, _) => site.Node switch
        {
            Call { Arguments: [Call { Primes: 0, Arguments: [var inner] } argument] } call when argument.Function == call.Function => [call with { Arguments = [inner] }],
            Call { Function.Layer: { } layer, Arguments: [Symbol { Role: Role.Activation } activation] } call when activation.Layer == layer =>
                [call with { Arguments = [activation with { Role = Role.PreActivation }] }, .. call.Primes == 0 ? [activation] : (Formula[])[]],
            _ => [],
        });
}
