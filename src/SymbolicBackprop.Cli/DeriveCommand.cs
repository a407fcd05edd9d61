using System.CommandLine;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop derive FILE QUESTION</c>: prints one derivation as a LaTeX fragment.</summary>
internal static class DeriveCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "The network file (YAML); its questions do not matter" };
        var question = new Argument<string>("QUESTION")
        {
            Description = @"The quantity to differentiate the loss by: w_{11}^{(3)}, b_1^{[1]} or \partial loss / \partial a_1^{(2)}; or another derivative, such as \frac{\partial \hat{y}_1}{\partial x_2}",
        };
        var command = new CommandWithExamples(
            "derive",
            "Print one derivation, as a LaTeX fragment for a document that loads amsmath.",
            "backprop derive examples/handwritten.yaml 'w_{11}^{(3)}'",
            @"backprop derive examples/deep.yaml '\partial loss / \partial b_1^{[1]}'",
            "backprop derive examples/handwritten.yaml 'b_1^{(2)}' --detail full",
            @"backprop derive examples/jacobian.yaml '\frac{\partial \hat{y}_1}{\partial x_2}'",
            "backprop derive examples/deep.yaml 'w_{12}^{[2]}' --delta activation --weight-indices to-from")
        {
            file,
            question,
        };
        var detail = DetailOption.Make();
        command.Options.Add(detail);
        var notation = new NotationOptions(command);
        var limit = new LimitOption(command);
        command.SetAction(arguments => Run(
            surroundings, arguments.GetRequiredValue(file), arguments.GetRequiredValue(question), DetailOption.Of(arguments, detail), arguments, notation, limit.Of(arguments)));
        return command;
    }

    private static int Run(Surroundings surroundings, string path, string question, Detail? detail, ParseResult arguments, NotationOptions options, Limits limits)
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

        var notation = options.Apply(arguments, file.Notation);
        var read = QuestionReader.Read(new SourceText("question", question), notation, file);
        surroundings.Refuse(read.Diagnostics);
        if (read.Value is not { } asked)
        {
            return ExitCode.BadInput;
        }

        var document = SheetComposer.ComposeAnswer(file with { Notation = notation, Marks = false }, asked with { Detail = detail ?? file.Detail });
        surroundings.Output.Write(LatexDocument.WriteFragment(document) + "\n");
        return ExitCode.Success;
    }
}
