using System.CommandLine;
using BenchmarkDotNet.Running;

namespace SymbolicBackprop.Benchmarks;

/// <summary>The command <c>loops</c>: the inner loops, measured by BenchmarkDotNet.</summary>
internal static class LoopsCommand
{
    public static Command Make()
    {
        var arguments = new Argument<string[]>("arguments") { Description = "Arguments of BenchmarkDotNet, such as --filter '*Gradient*'." };
        var command = new Command("loops", "Measures the inner loops with BenchmarkDotNet.") { arguments };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            BenchmarkSwitcher.FromAssembly(typeof(LoopsCommand).Assembly).Run([.. parsed.GetValue(arguments) ?? [], .. parsed.UnmatchedTokens]);
        });
        return command;
    }
}
