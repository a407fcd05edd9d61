using System.CommandLine;
using System.Text;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop sheet FILE</c>: answers the questions of a network file as a document.</summary>
internal static class SheetCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "The network file (YAML)" };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where to write; '-' is standard output [default: FILE's name with the format's ending, in the current folder]",
            HelpName = "path",
        };
        var to = ChoiceOption.Of("--to", "The format: " + SheetRequest.Summary + " [default: by the ending of --output, else latex]", SheetRequest.Formats);
        to.Aliases.Add("-t");
        var fragment = new Option<bool>("--fragment") { Description = @"Write only the body, for a document of yours that loads amsmath, and tikz for pictures, and defines the marks \proved and \tested (in Persian, one that loads xepersian too)" };
        var detail = DetailOption.Make();
        var check = new Option<bool>("--check") { Description = "Write nothing, and show how what is there differs from what would be written" };
        var watch = new Option<bool>("--watch") { Description = "Write again whenever FILE changes, until Ctrl-C" };
        var command = new CommandWithExamples(
            "sheet",
            "Write the derivations that a network file asks for.",
            "backprop sheet examples/handwritten.yaml",
            "backprop sheet examples/handwritten.yaml --to html",
            "backprop sheet examples/minimal.yaml --notation hagan --output -",
            "backprop sheet examples/deep.yaml --output deep.tex",
            "backprop sheet examples/deep.yaml --output deep.tex --check",
            "backprop sheet examples/minimal.yaml --fragment --detail result --output -")
        {
            file,
            output,
            to,
            fragment,
            detail,
            check,
            watch,
        };
        var notation = new NotationOptions(command);
        var limit = new LimitOption(command);
        command.SetAction(arguments => Run(
            surroundings,
            new SheetRequest(
                arguments.GetRequiredValue(file),
                arguments.GetValue(output),
                arguments.GetValue(to) ?? SheetRequest.FormatOf(arguments.GetValue(output)),
                arguments.GetValue(fragment),
                DetailOption.Of(arguments, detail))
            {
                Notation = written => notation.Apply(arguments, written),
                Limits = limit.Of(arguments),
            },
            arguments.GetValue(check),
            arguments.GetValue(watch)));
        return command;
    }

    private static int Run(Surroundings surroundings, SheetRequest request, bool check, bool watch) => (request.Mistake, check, watch) switch
    {
        ({ } mistake, _, _) => surroundings.Refuse(mistake),
        (_, true, true) => surroundings.Refuse(UsageMessages.CheckAndWatch),
        (_, true, _) => SheetCheck.Run(surroundings, request),
        (_, _, true) => SheetWatch.Run(surroundings, request),
        _ => Write(surroundings, request),
    };

    /// <summary>Makes the files of a sheet and writes them.</summary>
    internal static int Write(Surroundings surroundings, SheetRequest request)
    {
        if (SheetMaker.Make(surroundings, request) is not { } files)
        {
            return ExitCode.BadInput;
        }

        if (request.IsPrinted)
        {
            surroundings.Output.Write(Encoding.UTF8.GetString(files[0].Content));
            return ExitCode.Success;
        }

        if (!OutputFile.Write(surroundings, files))
        {
            return ExitCode.BadInput;
        }

        foreach (var file in files)
        {
            surroundings.Output.Write($"wrote {Wording.Visible(file.Path)}\n");
        }

        return ExitCode.Success;
    }
}
