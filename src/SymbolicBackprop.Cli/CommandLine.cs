using System.CommandLine;
using System.CommandLine.Help;

namespace SymbolicBackprop.Cli;

/// <summary>The program without its process: arguments in, texts and an exit code out.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments after the program's name.</param>
    /// <param name="surroundings">What the program talks to.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, Surroundings surroundings) =>
        Run(arguments, surroundings, SheetCommand.Make(surroundings), DeriveCommand.Make(surroundings), CheckCommand.Make(surroundings), ActivationsCommand.Make(surroundings), DrawCommand.Make(surroundings), ExportCommand.Make(surroundings), ImportCommand.Make(surroundings), MarkdownCommand.Make(surroundings));

    /// <summary>Runs a command line of given commands.</summary>
    internal static int Run(IReadOnlyList<string> arguments, Surroundings surroundings, params ReadOnlySpan<Command> commands)
    {
        var root = new RootCommand("Writes the backpropagation of a neural network step by step, as LaTeX, and checks what others wrote.");
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        try
        {
            return Invoke(root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null }), surroundings);
        }
        catch (Exception exception)
        {
            surroundings.Error.Write(UsageMessages.Internal(exception) + "\n");
            return ExitCode.InternalError;
        }
    }

    private static int Invoke(ParseResult parsed, Surroundings surroundings)
    {
        if (parsed.Action is not HelpWithExamples && UsageMessages.Of(parsed) is { } mistake)
        {
            return surroundings.Refuse(mistake);
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
        });
    }
}
