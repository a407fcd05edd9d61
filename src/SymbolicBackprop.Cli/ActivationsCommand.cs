using System.CommandLine;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop activations [FORMULA …]</c>: prints what is found of activation functions, as a table.</summary>
internal static class ActivationsCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var formulas = new Argument<string[]>("FORMULA")
        {
            Description = @"Names, or formulas in z, such as '\frac{z}{1+e^{-z}}'; other letters are parameters [default: all that have names]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new CommandWithExamples(
            "activations",
            "Print activation functions with the derivatives that are found for them, as a table in Markdown.",
            "backprop activations",
            @"backprop activations '\frac{e^{2z}-1}{e^{2z}+1}' '\frac{1}{1+e^{-kz}}' 'a\tanh(bz)'")
        {
            formulas,
        };
        command.SetAction(arguments => Run(surroundings, arguments.GetValue(formulas) ?? []));
        return command;
    }

    private static int Run(Surroundings surroundings, string[] formulas)
    {
        var results = formulas.Select(formula => ActivationReader.Read(new SourceText("formula", formula))).ToList();
        if (results.Exists(result => !result.IsSuccess))
        {
            return surroundings.Refuse([.. results.SelectMany(result => result.Diagnostics)]);
        }

        surroundings.Output.Write(ActivationTable.ToMarkdown(formulas.Length == 0 ? Activation.All : results.Select(result => result.Value!)));
        return ExitCode.Success;
    }
}
