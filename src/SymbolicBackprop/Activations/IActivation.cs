namespace SymbolicBackprop.Activations;

/// <summary>What makes the activations of a layer of its weighted sums: a function of each, or one of all of them together.</summary>
public interface IActivation
{
    /// <summary>The name in network files and in prose.</summary>
    string Name { get; }

    /// <summary>Whether it has no name, and <see cref="Name"/> is the formula as somebody wrote it in LaTeX.</summary>
    bool IsFormula { get; }
}
