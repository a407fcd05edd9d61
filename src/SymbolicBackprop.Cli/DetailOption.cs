using System.CommandLine;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Files;

namespace SymbolicBackprop.Cli;

/// <summary>The option that says how much of derivations is told.</summary>
internal static class DetailOption
{
    /// <summary>Makes it.</summary>
    public static Option<string> Make() => ChoiceOption.Of(
        "--detail",
        "How much is told: result (the result alone), steps (chain rule, error signals, paths), full (also every factor by itself, down to quotient rules) [default: what FILE says, or steps]",
        DetailNames.All);

    /// <summary>What it was set to, or null.</summary>
    public static Detail? Of(ParseResult arguments, Option<string> option) => arguments.GetValue(option) is { } name ? DetailNames.Find(name) : null;
}
