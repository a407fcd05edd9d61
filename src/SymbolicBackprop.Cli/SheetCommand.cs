using System.CommandLine;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop sheet FILE</c>: answers the questions of a network file as a document.</summary>
internal static class SheetCommand
{
    // Pages are made of LaTeX by a program that may be missing, so they are no format of the library.
    private const string Pdf = "pdf";

    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "The network file (YAML)" };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where to write; '-' is standard output [default: FILE's name with the format's ending, in the current folder]",
            HelpName = "path",
        };
        var to = new Option<string>("--to", "-t")
        {
            Description = "The format: " + string.Join(", ", OutputFormat.All.Select(format => $"{format.Name} ({format.Summary})")) + $", {Pdf} (the LaTeX set by an installed TeX)",
            HelpName = string.Join('|', Formats),
            DefaultValueFactory = _ => OutputFormat.Latex.Name,
        };
        to.AcceptOnlyFromAmong(Formats);
        var fragment = new Option<bool>("--fragment") { Description = @"Write only the body, for a document of yours that loads amsmath, and tikz for pictures, and defines the marks \proved and \tested" };
        var command = new CommandWithExamples(
            "sheet",
            "Write the derivations that a network file asks for.",
            "backprop sheet examples/handwritten.yaml",
            "backprop sheet examples/handwritten.yaml --to html",
            "backprop sheet examples/deep.yaml --output deep.tex",
            "backprop sheet examples/minimal.yaml --fragment --output -")
        {
            file,
            output,
            to,
            fragment,
        };
        command.SetAction(arguments => Run(
            surroundings, arguments.GetRequiredValue(file), arguments.GetValue(output), arguments.GetValue(to)!, arguments.GetValue(fragment)));
        return command;
    }

    private static string[] Formats => [.. OutputFormat.All.Select(format => format.Name), Pdf];

    private static int Run(Surroundings surroundings, string path, string? output, string to, bool fragment)
    {
        if (fragment && to != OutputFormat.Latex.Name)
        {
            return surroundings.Refuse(UsageMessages.FragmentOf(to));
        }

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

        var format = OutputFormat.All.FirstOrDefault(format => format.Name == to);
        var target = output ?? Path.GetFileName(Path.ChangeExtension(path, format?.Extension ?? ".pdf"));
        if (target != OutputFile.StandardOutput && IsInput(surroundings, target, path))
        {
            return surroundings.Refuse(FileMessages.WouldOverwriteInput(target, "network file"));
        }

        var document = SheetComposer.Compose(file);
        if (format is null)
        {
            return target == OutputFile.StandardOutput ? surroundings.Refuse(UsageMessages.PagesOnScreen)
                : TexEngine.Run(surroundings, LatexDocument.Write(document)) is { } pages && OutputFile.Write(surroundings, (target, pages)) ? Wrote(surroundings, target)
                : ExitCode.BadInput;
        }

        // Nothing stands beside what is printed.
        var name = OutputFile.IsPrinted(surroundings, target) ? null : Path.GetFileNameWithoutExtension(target);
        var written = fragment ? new WrittenDocument(LatexDocument.WriteFragment(document) + "\n", []) : format.Write(document, name);
        if (written.LacksPictures)
        {
            surroundings.Refuse(FileMessages.PicturesLeftOut);
        }

        if (target == OutputFile.StandardOutput)
        {
            surroundings.Output.Write(written.Text);
            return ExitCode.Success;
        }

        var besides = written.Beside.Select(file => (Path: Path.Join(Path.GetDirectoryName(target), file.Name), file.Text));
        List<(string Path, string Text)> files = [(target, written.Text), .. besides];
        return files.Find(file => IsInput(surroundings, file.Path, path)) is { Path: { } input } ? surroundings.Refuse(FileMessages.WouldOverwriteInput(input, "network file"))
            : OutputFile.Write(surroundings, files) ? Wrote(surroundings, [.. files.Select(file => file.Path)])
            : ExitCode.BadInput;
    }

    private static bool IsInput(Surroundings surroundings, string target, string path) =>
        OutputFile.IsSame(surroundings.FullPath(target), surroundings.FullPath(path));

    private static int Wrote(Surroundings surroundings, params IReadOnlyList<string> targets)
    {
        foreach (var target in targets)
        {
            surroundings.Output.Write($"wrote {Wording.Visible(target)}\n");
        }

        return ExitCode.Success;
    }
}
