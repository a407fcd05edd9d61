using System.CommandLine;

namespace SymbolicBackprop.Benchmarks;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        var root = new RootCommand("Measures how fast derivatives are made and evaluated, and how that grows with the network.");
        root.Subcommands.Add(LoopsCommand.Make());
        return root.Parse(arguments).Invoke();
    }
}
