using System.CommandLine;
using System.CommandLine.Parsing;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Cli;

/// <summary>What can be wrong with a command line.</summary>
internal static class UsageMessages
{
    public static string WrongValue(NotationSetting setting, string value) => setting.Choices.Length == 0
        ? $"{Wording.Quoted(value)} cannot be a name for {setting.Option}" + (DeceptiveCharacters.First(value, isName: true) is { } found ? $": {DeceptiveCharacters.Describe(found)}" : "")
        : WrongValue(setting.Option, value, setting.Choices.Select(choice => choice.Name));

    public static string WrongValue(string option, string value, IEnumerable<string> known) =>
        $"unknown value {Wording.Quoted(value)} of {option}; known are {string.Join(", ", known)}";

    public static string WrongLimit(string value, Limit? limit) => limit is null
        ? $"{Wording.Quoted(value)} sets no limit; write one such as --limit units=2000; known are {Wording.List([.. Limit.All.Select(each => each.Name)])}"
        : FormattableString.Invariant($"{Wording.Quoted(value)} is no limit; {limit.Name} is a whole number from 1 to {limit.Highest}");

    public static Diagnostic TookTooLong(string what, int seconds) => Diagnostic.Error(
        null, FormattableString.Invariant($"{what} was given up after {Wording.Count(seconds, "second")}"), $"make it smaller, or {Limit.Hint("seconds")}");

    /// <summary>The first thing that is wrong with a command line, or null; the others often follow from it.</summary>
    public static Diagnostic? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "backprop" : $"backprop {command.Name}";
        return Message(parsed, command) is { } message ? Diagnostic.Error(null, message, $"'{name} --help' shows how to use it") : null;
    }

    public static Diagnostic PagesOnScreen { get; } = Diagnostic.Error(null, "pages are no text for standard output", "name a file with --output");

    public static Diagnostic FragmentOf(string format) => Diagnostic.Error(null, $"--fragment is for LaTeX, not for {format}", "leave one of --fragment and --to out");

    public static Diagnostic OutputOfSeveral { get; } = Diagnostic.Error(null, "--output is for one document", "leave it out to write each document in its place, or name one");

    public static Diagnostic CheckAndWatch { get; } = Diagnostic.Error(null, "--check writes nothing, and --watch writes again and again", "leave one of them out");

    public static Diagnostic SeveralExports { get; } = Diagnostic.Error(null, "questions, --value and --no-gradient each say what to write", "keep one of them");

    public static Diagnostic CheckOfPages { get; } = Diagnostic.Error(null, "--check compares texts, and pages are none", "check the LaTeX that they are made of: leave --to pdf out");

    public static Diagnostic CheckOfStandardOutput { get; } = Diagnostic.Error(null, "--check compares files, not standard output", "name a file with --output");

    public static Diagnostic WatchOfStandardOutput { get; } = Diagnostic.Error(null, "--watch writes files, not standard output", "name a file with --output");

    public static string Internal(Exception exception) =>
        $"internal error: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}; please report it, with the network file";

    private static string? Message(ParseResult parsed, Command command)
    {
        // A word that begins with '-' is taken for a value where one is missing. No value begins so, unless it follows '--'.
        if (parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] })?.Value is { } misread)
        {
            return command.Options.Any(option => option.Name == misread || option.Aliases.Contains(misread))
                ? $"a value is missing before '{misread}'"
                : $"unknown option {Wording.Quoted(misread)}";
        }

        var known = string.Join(", ", command.Subcommands.Select(subcommand => subcommand.Name));
        return (command, parsed.UnmatchedTokens) switch
        {
            _ when parsed.Errors.Count == 0 => null,
            (RootCommand, []) => $"a command is missing; known are {known}",
            (_, [['-', _, ..] option, ..]) => $"unknown option {Wording.Quoted(option)}",
            (RootCommand, [var word, ..]) => $"unknown command {Wording.Quoted(word)}; known are {known}",
            (_, [var word, ..]) => $"{Wording.Quoted(word)} was not expected",
            _ => AsInDiagnostics(parsed.Errors[0].Message),
        };
    }

    // Those of System.CommandLine are sentences.
    private static string AsInDiagnostics(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
