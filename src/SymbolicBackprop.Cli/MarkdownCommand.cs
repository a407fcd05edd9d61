using System.CommandLine;
using System.Text;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Embedding;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop markdown FILE…</c>: answers what Markdown documents ask for, in their places.</summary>
internal sealed class MarkdownCommand
{
    private readonly Surroundings surroundings;
    private readonly CommandWithExamples command;

    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "The documents, which are written again with their answers; '-' is standard input, answered on standard output",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "Where to write the answered document instead, if there is one FILE; '-' is standard output",
        HelpName = "path",
    };

    private readonly Option<string> root = new("--root")
    {
        Description = "The folder that network files may be read from [default: that of each document; of standard input, the current one]",
        HelpName = "folder",
    };

    private readonly Option<bool> check = new("--check") { Description = "Write nothing, and show how what is there differs from what would be written" };

    private MarkdownCommand(Surroundings surroundings)
    {
        this.surroundings = surroundings;
        command = new CommandWithExamples(
            "markdown",
            "Answer the blocks of Markdown documents that are marked 'backprop', and check those that are marked 'backprop check'. "
            + "Exit code 0: all is answered; 1: checked mathematics is wrong, or with --check a document is not up to date; 2: the input cannot be used.",
            "backprop markdown examples/answered.md --check",
            "backprop markdown examples/page.md --output -")
        {
            files,
            output,
            root,
            check,
        };
        command.SetAction(Run);
    }

    public static Command Make(Surroundings surroundings) => new MarkdownCommand(surroundings).command;

    private int Run(ParseResult arguments)
    {
        var paths = arguments.GetRequiredValue(files);
        var target = arguments.GetValue(output);
        if (target is not null && paths.Length > 1)
        {
            return surroundings.Refuse(UsageMessages.OutputOfSeveral);
        }

        var pages = new List<(string Target, SourceText Source, MarkdownPage Page)>();
        foreach (var path in paths)
        {
            if ((path == InputFile.StandardInput ? InputFile.ReadStandardInput(surroundings) : InputFile.Read(surroundings, path)) is not { } source)
            {
                return ExitCode.BadInput;
            }

            var folder = path == InputFile.StandardInput ? surroundings.WorkingDirectory : Path.GetDirectoryName(surroundings.FullPath(path))!;
            var page = MarkdownPage.Answer(source, folder, arguments.GetValue(root) is { } given ? surroundings.FullPath(given) : null);
            surroundings.Refuse(page.Diagnostics);
            pages.Add((target ?? (path == InputFile.StandardInput ? OutputFile.StandardOutput : path), source, page));
        }

        return pages.Exists(page => page.Page.HasMistakes) ? ExitCode.WrongMathematics
            : !pages.TrueForAll(page => page.Page.IsAnswered) ? ExitCode.BadInput
            : arguments.GetValue(check) ? Check(pages)
            : Write(pages);
    }

    private int Check(List<(string Target, SourceText Source, MarkdownPage Page)> pages)
    {
        var exitCode = ExitCode.Success;
        foreach (var (_, source, page) in pages)
        {
            if (page.Text == source.Text)
            {
                surroundings.Output.Write($"unchanged {Wording.Visible(source.Name)}\n");
                continue;
            }

            surroundings.Output.Write(UnifiedDifference.Of(source.Name, source.Text, page.Text));
            surroundings.Refuse(FileMessages.Differs(source.Name, isThere: true));
            exitCode = ExitCode.Differs;
        }

        return exitCode;
    }

    // What is as it should be is left alone, so that no tool that watches it starts again.
    private int Write(List<(string Target, SourceText Source, MarkdownPage Page)> pages)
    {
        foreach (var (_, _, page) in pages.Where(page => page.Target == OutputFile.StandardOutput))
        {
            surroundings.Output.Write(page.Text);
        }

        List<(string Path, byte[] Content)> changed =
            [.. pages.Where(page => page.Target != OutputFile.StandardOutput && (page.Target != page.Source.Name || page.Page.Text != page.Source.Text)).Select(page => (page.Target, Encoding.UTF8.GetBytes(page.Page.Text)))];
        if (!OutputFile.Write(surroundings, changed))
        {
            return ExitCode.BadInput;
        }

        surroundings.Output.Write(string.Concat(changed.Select(file => $"wrote {Wording.Visible(file.Path)}\n")));
        return ExitCode.Success;
    }
}
