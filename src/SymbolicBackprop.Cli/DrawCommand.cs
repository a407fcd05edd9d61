using System.CommandLine;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Files;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Svg;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop draw FILE [QUESTION]</c>: draws a network, with the paths to what is asked for in colours.</summary>
internal static class DrawCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "The network file (YAML)" };
        var question = new Argument<string?>("QUESTION")
        {
            Description = @"A quantity such as 'b_1^{(1)}': the paths from the loss to it are drawn in colours",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var to = ChoiceOption.Of("--to", "The format: svg, or tikz for LaTeX documents that load the package tikz", ["svg", "tikz"], "svg");
        to.Aliases.Add("-t");
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where to write; '-' is standard output",
            HelpName = "path",
            DefaultValueFactory = _ => OutputFile.StandardOutput,
        };
        var command = new CommandWithExamples(
            "draw",
            "Draw the network of a network file.",
            "backprop draw examples/handwritten.yaml --output network.svg",
            "backprop draw examples/handwritten.yaml 'b_1^{(1)}' --to tikz")
        {
            file,
            question,
            to,
            output,
        };
        var limit = new LimitOption(command);
        command.SetAction(arguments => Run(
            surroundings, arguments.GetRequiredValue(file), arguments.GetValue(question), arguments.GetValue(to)!, arguments.GetValue(output)!, limit.Of(arguments)));
        return command;
    }

    private static int Run(Surroundings surroundings, string path, string? question, string to, string output, Limits limits)
    {
        if (InputFile.Read(surroundings, path, limits) is not { } source)
        {
            return ExitCode.BadInput;
        }

        var result = SheetFileReader.ReadNetwork(source, limits);
        surroundings.Refuse(result.Diagnostics);
        if (result.Value is not { } file)
        {
            return ExitCode.BadInput;
        }

        if (file.Network is not { } network)
        {
            return surroundings.Refuse(FileMessages.NoNetworkToDraw(path));
        }

        var asked = question is null ? null : QuestionReader.Read(new SourceText("question", question), file.Notation, network);
        if (asked is { IsSuccess: false })
        {
            return surroundings.Refuse(asked.Diagnostics);
        }

        if (asked?.Value is { IsOfGradient: false })
        {
            return surroundings.Refuse(FileMessages.PathsOfOther(question!));
        }

        var target = asked?.Value?.Target;
        if (target is { IsWhole: true })
        {
            return surroundings.Refuse(FileMessages.PathsToLayer(question!));
        }

        var picture = NetworkPicture.Of(network, file.Notation, target, file.MaxPaths);
        var text = to == "svg" ? SvgPicture.Write(picture, file.Notation) : TikzPicture.Write(picture, file.Notation) + "\n";
        return OutputFile.Print(surroundings, output, text, (path, "network file"));
    }
}
