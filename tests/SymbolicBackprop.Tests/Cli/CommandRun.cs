using SymbolicBackprop.Cli;

namespace SymbolicBackprop.Tests.Cli;

/// <summary>What a command line did: its exit code and all that it wrote. It runs in this process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command line in a folder.</summary>
    public static CommandRun In(string folder, params string[] arguments) => In(folder, surroundings => surroundings, arguments);

    /// <summary>Runs a command line in a folder, in other surroundings than none.</summary>
    public static CommandRun In(string folder, Func<Surroundings, Surroundings> with, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(arguments, with(new Surroundings(output, error, folder)));
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
