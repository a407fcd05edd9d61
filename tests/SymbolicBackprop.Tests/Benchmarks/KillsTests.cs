using SymbolicBackprop.Benchmarks;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Benchmarks;

public sealed class KillsTests
{
    private const int MostRounds = 6;

    [Fact]
    public void A_program_that_is_killed_leaves_a_whole_file()
    {
        RequiredTool.Find("dotnet");

        // On a busy machine the program may be through with writing before it is killed: then it is tried again.
        Kills found;
        var rounds = 0;
        do
        {
            found = KillsCommand.Try(Path.Combine(AppContext.BaseDirectory, "backprop.dll"), times: 10);

            Assert.Equal(0, found.Torn);
            Assert.Equal(10, found.Total);
        }
        while (found.Writing == 0 && ++rounds < MostRounds);

        Assert.True(found.Writing > 0, $"None was killed while it wrote: {found}");
    }
}
