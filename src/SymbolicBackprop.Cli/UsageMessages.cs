using System.CommandLine;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Cli;

/// <summary>What can be wrong with a command line.</summary>
internal static class UsageMessages
{
    public static string WrongValue(NotationSetting setting, string value) => setting.Choices.Length == 0
        ? $"'{value}' cannot be a name for --{setting.Name}"
        : $"unknown value '{value}' of --{setting.Name}; known are {string.Join(", ", setting.Choices.Select(choice => choice.Name))}";

    /// <summary>The first thing that is wrong with a command line; the others often follow from it.</summary>
    public static Diagnostic Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "backprop" : $"backprop {command.Name}";
        return Diagnostic.Error(null, Message(parsed, command), $"'{name} --help' shows how to use it");
    }

    public static string Internal(Exception exception) =>
        $"internal error: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}; please report it, with the network file";

    private static string Message(ParseResult parsed, Command command)
    {
        var known = string.Join(", ", command.Subcommands.Select(subcommand => subcommand.Name));
        return (command, parsed.UnmatchedTokens) switch
        {
            (RootCommand, []) => $"a command is missing; known are {known}",
            (_, [['-', _, ..] option, ..]) => $"unknown option '{option}'",
            (RootCommand, [var word, ..]) => $"unknown command '{word}'; known are {known}",
            (_, [var word, ..]) => $"'{word}' was not expected",
            _ => AsInDiagnostics(parsed.Errors[0].Message),
        };
    }

    // Those of System.CommandLine are sentences.
    private static string AsInDiagnostics(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
