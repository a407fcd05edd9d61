using System.CommandLine;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop check DOC --network FILE</c>: reads a written derivation and says formula by formula what holds.</summary>
internal sealed class CheckCommand
{
    private const string Auto = "auto";
    private const string Always = "always";
    private const string Never = "never";

    private readonly Surroundings surroundings;
    private readonly CommandWithExamples command;
    private readonly NotationOptions notation;
    private readonly LimitOption limit;

    private readonly Argument<string> document = new("DOC")
    {
        Description = $"The document: Markdown ({DocumentLanguage.Markdown.EndingList}) or LaTeX ({DocumentLanguage.Latex.EndingList}); '-' is standard input",
    };

    private readonly Option<string> network = new("--network", "-n")
    {
        Description = "The network file (YAML) that the document is about; its questions do not matter",
        HelpName = "file",
        Required = true,
    };

    private readonly Option<string> format = ChoiceOption.Of(
        "--format",
        "How the report is written: " + string.Join(", ", ReportFormat.All.Select(each => $"{each.Name} ({each.Summary})")),
        ReportFormat.All.Select(each => each.Name),
        ReportFormat.Text.Name);

    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "Where to write the report; '-' is standard output [default: -]",
        HelpName = "path",
    };

    private readonly Option<string> color = ChoiceOption.Of("--color", "Whether the text has colours; auto: on a screen that shows them", [Auto, Always, Never], Auto);

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "List also what holds, and whether it was proved or tested" };

    private readonly Option<string> language = ChoiceOption.Of(
        "--document-format",
        "What the document is written in [default: what its ending says]",
        DocumentLanguage.All.Select(each => each.Name));

    private CheckCommand(Surroundings surroundings)
    {
        this.surroundings = surroundings;
        command = new CommandWithExamples(
            "check",
            "Check a written derivation against a network: each equality on its own, with the reason where one does not hold. "
            + "Exit code 0: all holds; 1: something is wrong, or claims to be the whole and leaves paths out; "
            + "2: the input cannot be used, or nothing is wrong but a formula cannot be read.",
            "backprop check examples/handwritten.md --network examples/handwritten.yaml",
            "backprop check examples/handwritten.md --network examples/handwritten.yaml --format markdown --output marked.md",
            "backprop check examples/handwritten.md --network examples/handwritten.yaml --format json")
        {
            document,
            network,
            format,
            output,
            color,
            verbose,
            language,
        };
        notation = new NotationOptions(command);
        limit = new LimitOption(command);
        command.SetAction(Run);
    }

    public static Command Make(Surroundings surroundings) => new CheckCommand(surroundings).command;

    private int Run(ParseResult arguments)
    {
        var path = arguments.GetRequiredValue(document);
        var networkPath = arguments.GetRequiredValue(network);
        var limits = limit.Of(arguments);
        if ((path == InputFile.StandardInput ? InputFile.ReadStandardInput(surroundings, limits) : InputFile.Read(surroundings, path, limits)) is not { } source)
        {
            return ExitCode.BadInput;
        }

        if ((arguments.GetValue(language) is { } name ? DocumentLanguage.Named(name) : DocumentLanguage.OfFile(path)) is not { } written)
        {
            return surroundings.Refuse(DocumentMessages.UnknownEnding(source.Name));
        }

        if (InputFile.Read(surroundings, networkPath, limits) is not { } networkSource)
        {
            return ExitCode.BadInput;
        }

        var result = SheetFileReader.ReadNetwork(networkSource, limits);
        surroundings.Refuse(result.Diagnostics);
        if (result.Value is not { } file)
        {
            return ExitCode.BadInput;
        }

        var target = arguments.GetValue(output) ?? OutputFile.StandardOutput;
        foreach (var (input, what) in ((string, string)[])[(path, "document"), (networkPath, "network file")])
        {
            if (target != OutputFile.StandardOutput && input != InputFile.StandardInput && OutputFile.IsSame(surroundings.FullPath(target), surroundings.FullPath(input)))
            {
                return surroundings.Refuse(FileMessages.WouldOverwriteInput(target, what));
            }
        }

        if (TimeLimit.Run(surroundings, limits, "the check", stop => file.Model.Check(source, written.Format, notation.Apply(arguments, file.Notation), file.Numbers, limits, stop)) is not { } report)
        {
            return ExitCode.BadInput;
        }

        return report.Formulas.IsEmpty ? surroundings.Refuse([.. DocumentMessages.NoFormulas(report, written)])
            : Write(report, target, arguments) ? CodeOf(report)
            : ExitCode.BadInput;
    }

    private static int CodeOf(CheckReport report) =>
        report.HasMistakes ? ExitCode.WrongMathematics
        : report.IsComplete ? ExitCode.Success
        : ExitCode.BadInput;

    private bool Write(CheckReport report, string target, ParseResult arguments)
    {
        var isScreen = target == OutputFile.StandardOutput;
        var options = new ReportOptions
        {
            Verbose = arguments.GetValue(verbose),
            Width = isScreen && surroundings.ScreenWidth is { } width ? width : new ReportOptions().Width,
        };
        var pieces = ReportFormat.All.Single(each => each.Name == arguments.GetValue(format)).WriteStyled(report, options);
        var colored = arguments.GetValue(color) switch
        {
            Always => true,
            Never => false,
            _ => isScreen && surroundings.ShowsColors,
        };
        var text = colored ? ColoredText.Of(pieces) : string.Concat(pieces.Select(piece => piece.Text));
        if (isScreen)
        {
            surroundings.Output.Write(text);
            return true;
        }

        if (!OutputFile.Write(surroundings, target, text))
        {
            return false;
        }

        surroundings.Output.Write($"wrote {Wording.Visible(target)}\n");
        return true;
    }
}
