using SymbolicBackprop.Activations;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Activations;

public class ActivationTableTests
{
    [Fact]
    public void The_table_of_all_activations() => Snapshot.Match("activations.md", ActivationTable.ToMarkdown(Activation.All));
}
