using System.Collections.Frozen;
using SymbolicBackprop.Activations;

namespace SymbolicBackprop.Importing;

/// <summary>Activation functions by their names in Keras. <c>hard_sigmoid</c> and <c>leaky_relu</c> differ from version to version, or from those of the catalogue.</summary>
internal static class KerasActivations
{
    private static readonly FrozenDictionary<string, Func<IActivation>> ByName = new Dictionary<string, Func<IActivation>>
    {
        ["linear"] = () => Activation.Identity,
        ["sigmoid"] = () => Activation.Sigmoid,
        ["tanh"] = () => Activation.Tanh,
        ["relu"] = () => Activation.Relu,
        ["elu"] = () => Activation.Elu,
        ["selu"] = () => Activation.Selu,
        ["gelu"] = () => Activation.Gelu,
        ["softplus"] = () => Activation.Softplus,
        ["softsign"] = () => Activation.Softsign,
        ["silu"] = () => Activation.Silu,
        ["swish"] = () => Activation.Silu,
        ["mish"] = () => Activation.Mish,
        ["softmax"] = () => VectorActivation.Softmax,
        ["exponential"] = () => Activation.Parse("e^z"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The activation of a name, or null where there is none.</summary>
    public static IActivation? Find(string? name) => name is not null && ByName.TryGetValue(name, out var activation) ? activation() : null;
}
