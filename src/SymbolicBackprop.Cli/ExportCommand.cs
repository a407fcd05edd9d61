using System.CommandLine;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Exporting;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop export FILE [QUESTION …]</c>: writes a model, derivatives of it or a formula as source of another system.</summary>
internal sealed class ExportCommand
{
    private readonly Surroundings surroundings;

    private readonly Argument<string> file = new("FILE") { Description = "The network file (YAML); its questions do not matter" };

    private readonly Argument<string[]> questions = new("QUESTION")
    {
        Description = @"Derivatives to write, such as 'w_{11}^{(3)}' or '\frac{\partial \hat{y}_1}{\partial x_2}' [default: the whole model, with the derivatives of the loss by all parameters]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> to = ChoiceOption.Of(
        "--to",
        "The system: " + string.Join(", ", ExportTarget.All.Select(target => $"{target.Name} ({target.Summary})")),
        ExportTarget.All.Select(target => target.Name));

    private readonly Option<string> value = new("--value")
    {
        Description = @"Write the value of a formula instead, such as '\delta_1^{(1)} w_{11}^{(1)}'",
        HelpName = "formula",
    };

    private readonly Option<bool> noGradient = new("--no-gradient") { Description = "Write the whole model without derivatives" };

    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "Where to write; '-' is standard output",
        HelpName = "path",
        DefaultValueFactory = _ => OutputFile.StandardOutput,
    };

    private ExportCommand(Surroundings surroundings)
    {
        this.surroundings = surroundings;
        to.Aliases.Add("-t");
        to.Required = true;
    }

    public static Command Make(Surroundings surroundings) => new ExportCommand(surroundings).Command();

    private CommandWithExamples Command()
    {
        var command = new CommandWithExamples(
            "export",
            "Write a model, derivatives of it or a formula as source of another system.",
            "backprop export examples/handwritten.yaml --to sympy",
            "backprop export examples/softmax.yaml --to numpy --output softmax.py",
            "backprop export examples/handwritten.yaml 'w_{11}^{(3)}' 'b_1^{(1)}' --to csharp",
            @"backprop export examples/handwritten.yaml --value '\delta_1^{(3)} w_{11}^{(3)}' --to mathematica")
        {
            file,
            questions,
            to,
            value,
            noGradient,
            output,
        };
        var limit = new LimitOption(command);
        command.SetAction(arguments => Run(arguments, limit.Of(arguments)));
        return command;
    }

    private int Run(ParseResult arguments, Limits limits)
    {
        var (path, asked, formula) = (arguments.GetRequiredValue(file), arguments.GetValue(questions) ?? [], arguments.GetValue(value));
        if ((formula is not null || arguments.GetValue(noGradient)) && (asked.Length > 0 || (formula is not null && arguments.GetValue(noGradient))))
        {
            return surroundings.Refuse(UsageMessages.SeveralExports);
        }

        if (InputFile.Read(surroundings, path, limits) is not { } source)
        {
            return ExitCode.BadInput;
        }

        var result = SheetFileReader.ReadNetwork(source, limits);
        surroundings.Refuse(result.Diagnostics);
        if (result.Value is not { } network)
        {
            return ExitCode.BadInput;
        }

        var export = formula is not null ? Take(Export.Read(new SourceText("formula", formula), network.Model, network.Notation))
            : asked.Length > 0 ? Derivatives(network, asked)
            : Export.Of(network.Model, !arguments.GetValue(noGradient));
        return export is not null && Take(ExportTarget.Find(arguments.GetRequiredValue(to))!.Write(export)) is { } text
            ? OutputFile.Print(surroundings, arguments.GetValue(output)!, text, (path, "network file"))
            : ExitCode.BadInput;
    }

    private Export? Derivatives(SheetFile network, string[] asked)
    {
        var read = asked.Select(question => Take(QuestionReader.Read(new SourceText("question", question), network.Notation, network))).ToList();
        if (Array.Find(asked, question => read[Array.IndexOf(asked, question)] is { AlongDirection: true }) is { } inDirection)
        {
            surroundings.Refuse(FileMessages.NotExported(inDirection));
            return null;
        }

        return read.Contains(null) ? null : Export.Of(network.Model, [.. read.Select(question => (Derivative)question!.Derivative)]);
    }

    private T? Take<T>(ReadResult<T> result)
        where T : class
    {
        surroundings.Refuse(result.Diagnostics);
        return result.Value;
    }
}
