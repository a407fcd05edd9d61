using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>An activation function is left out: z stands where a = f(z) belongs.</summary>
    public static Slip ActivationMissing { get; } = new(
        "activation-missing",
        "the activation function is missing",
        (site, vocabulary) => site switch
        {
            { Kind: SiteKind.Term, Node: Symbol { Role: Role.PreActivation, Layer: { } layer } z } => [new Call(FunctionSymbol.OfLayer(layer), 0, [z])],
            { Kind: not SiteKind.Name, Node: Symbol { Role: Role.PreActivation, Layer: not null } z } => [z with { Role = Role.Activation }],
            { Node: Symbol z } when z == Meaning.FreeArgument => vocabulary.AppliedIn(z).SelectMany(own => new[] { own.Value, own.WrittenValue }),
            _ => [],
        });
}
