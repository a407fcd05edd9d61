using System.CommandLine;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop sheet FILE</c>: answers the questions of a network file as a LaTeX document.</summary>
internal static class SheetCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "The network file (YAML)" };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where to write; '-' is standard output [default: FILE's name with .tex, in the current folder]",
            HelpName = "path",
        };
        var fragment = new Option<bool>("--fragment") { Description = @"Write only the body, for a document of yours that loads amsmath and defines the marks \proved and \tested" };
        var command = new CommandWithExamples(
            "sheet",
            "Write the derivations that a network file asks for, as LaTeX.",
            "backprop sheet examples/handwritten.yaml",
            "backprop sheet examples/deep.yaml --output deep.tex",
            "backprop sheet examples/minimal.yaml --fragment --output -")
        {
            file,
            output,
            fragment,
        };
        command.SetAction(arguments => Run(
            surroundings, arguments.GetRequiredValue(file), arguments.GetValue(output), arguments.GetValue(fragment)));
        return command;
    }

    private static int Run(Surroundings surroundings, string path, string? output, bool fragment)
    {
        if (InputFile.Read(surroundings, path) is not { } source)
        {
            return ExitCode.BadInput;
        }

        var result = fragment ? SheetFileReader.Read(source) : SheetFileReader.ReadForDocument(source);
        surroundings.Refuse(result.Diagnostics);
        if (result.Value is not { } file)
        {
            return ExitCode.BadInput;
        }

        var target = output ?? Path.GetFileName(Path.ChangeExtension(path, ".tex"));
        if (target != OutputFile.StandardOutput && OutputFile.IsSame(surroundings.FullPath(target), surroundings.FullPath(path)))
        {
            return surroundings.Refuse(FileMessages.WouldOverwriteInput(target, "network file"));
        }

        var document = SheetComposer.Compose(file);
        var text = fragment ? LatexDocument.WriteFragment(document) + "\n" : LatexDocument.Write(document);
        if (target == OutputFile.StandardOutput)
        {
            surroundings.Output.Write(text);
            return ExitCode.Success;
        }

        if (!OutputFile.Write(surroundings, target, text))
        {
            return ExitCode.BadInput;
        }

        surroundings.Output.Write($"wrote {Wording.Visible(target)}\n");
        return ExitCode.Success;
    }
}
