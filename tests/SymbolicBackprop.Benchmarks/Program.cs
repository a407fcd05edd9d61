using System.CommandLine;
using SymbolicBackprop.Benchmarks.Growth;

namespace SymbolicBackprop.Benchmarks;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        var root = new RootCommand("Measures how fast derivatives are made and evaluated, and how that grows with the network.");
        root.Subcommands.Add(GrowthCommand.Make());
        root.Subcommands.Add(LoopsCommand.Make());
        root.Subcommands.Add(EvaluationCommand.Make());
        root.Subcommands.Add(SheetsCommand.Make());
        root.Subcommands.Add(StartCommand.Make());
        root.Subcommands.Add(KillsCommand.Make());
        return root.Parse(arguments).Invoke();
    }
}
