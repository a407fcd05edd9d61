using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SymbolicBackprop.Cli;

/// <summary>The help of System.CommandLine, with the examples of the command after it, or of all commands.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = command.Subcommands.Prepend(command).OfType<CommandWithExamples>().SelectMany(with => with.Examples);
        var output = parseResult.InvocationConfiguration.Output;
        output.Write("Examples:\n" + string.Concat(examples.Select(example => $"  {example}\n")));
        return ExitCode.Success;
    }
}
