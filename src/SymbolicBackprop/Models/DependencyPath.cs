namespace SymbolicBackprop.Models;

/// <summary>A way from a quantity down to one that it depends on, definition by definition. Variables that only rename another are left out.</summary>
/// <param name="Nodes">The quantities on the way, from the dependent one to the other.</param>
public sealed record DependencyPath(IReadOnlyList<Variable> Nodes)
{
    /// <summary>The quantity that depends.</summary>
    public Variable From => Nodes[0];

    /// <summary>The quantity that it depends on.</summary>
    public Variable To => Nodes[^1];

    /// <summary>The position of a quantity on the path, or −1.</summary>
    public int IndexOf(Variable variable)
    {
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (Nodes[i] == variable)
            {
                return i;
            }
        }

        return -1;
    }
}
