using System.Collections.Immutable;

namespace SymbolicBackprop.Activations;

/// <content>The catalogue: each activation is a formula in a file of its own, and here is their list.</content>
public sealed partial class Activation
{
    /// <summary>All activations of the catalogue.</summary>
    public static ImmutableArray<Activation> All =>
    [
        Identity, Sigmoid, Tanh, Softplus, Silu, Elu, Selu, Relu, LeakyRelu, HardSigmoid, Softsign, Arctan, Gaussian, Gelu, GeluTanh, Mish,
        Sine, Cube, Square, Reciprocal,
    ];

    /// <summary>The activation of the catalogue with a name or alias, in small or capital letters, or null if there is none.</summary>
    public static Activation? Find(string name) => All.FirstOrDefault(
        activation => activation.Aliases.Append(activation.Name).Any(own => string.Equals(own, name, StringComparison.OrdinalIgnoreCase)));
}
