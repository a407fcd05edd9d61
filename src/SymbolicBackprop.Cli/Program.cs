using System.CommandLine;

namespace SymbolicBackprop.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        var root = new RootCommand("Writes the backpropagation of a neural network step by step, and checks written derivations.");
        return root.Parse(args).Invoke();
    }
}
