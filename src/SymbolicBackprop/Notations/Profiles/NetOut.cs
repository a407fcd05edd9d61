using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>The words of many tutorials, as of M. Mazur, A Step by Step Backpropagation Example: there, units are h1 and o1, here (1) and (2) tell the layer.</summary>
    public static NotationProfile NetOut { get; } = new("net-out", "tutorials: net_1, out_1, target_1, E_{total}", new Notation
    {
        Letters = new() { PreActivation = "net", Activation = "out", Target = "target", Prediction = "output" },
        Delta = DeltaConvention.ByPreActivation,
        Inputs = InputStyle.X,
        Loss = "E_{total}",
    });
}
