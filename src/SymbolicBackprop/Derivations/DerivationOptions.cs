using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Derivations;

/// <summary>How a derivation is told.</summary>
public sealed record DerivationOptions
{
    /// <summary>What δ stands for.</summary>
    public DeltaConvention Delta { get; init; }

    /// <summary>How whole layers are laid out in matrices.</summary>
    public MatrixLayout Layout { get; init; }

    /// <summary>Up to how many paths are told one by one; beyond it the error signals are given by their recursion with Σ.</summary>
    public int MaxPaths { get; init; } = 8;
}
