using SymbolicBackprop.Benchmarks;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Benchmarks;

public sealed class KillsTests
{
    [Fact]
    public void A_program_that_is_killed_leaves_a_whole_file()
    {
        RequiredTool.Find("dotnet");

        var found = KillsCommand.Try(Path.Combine(AppContext.BaseDirectory, "backprop.dll"), times: 10);

        Assert.Equal(0, found.Torn);
        Assert.Equal(10, found.Total);
        Assert.True(found.Writing > 0, $"None was killed while it wrote: {found}");
    }
}
