using System.CommandLine;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Importing;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop import MODEL</c>: writes a network file with the shape of a network of another program.</summary>
internal static class ImportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var model = new Argument<string>("MODEL") { Description = "The model of Keras, as model.to_json() gives it: a chain of dense layers" };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where to write; '-' is standard output",
            HelpName = "path",
            DefaultValueFactory = _ => OutputFile.StandardOutput,
        };
        var command = new CommandWithExamples(
            "import",
            "Write a network file with the shape of a network of Keras. Its weights and its loss are kept elsewhere.",
            "backprop import examples/keras.json",
            "backprop import examples/keras.json --output network.yaml")
        {
            model,
            output,
        };
        command.SetAction(arguments => Run(surroundings, arguments.GetRequiredValue(model), arguments.GetValue(output)!));
        return command;
    }

    private static int Run(Surroundings surroundings, string path, string output)
    {
        if (InputFile.Read(surroundings, path) is not { } source)
        {
            return ExitCode.BadInput;
        }

        var result = KerasReader.Read(source);
        surroundings.Refuse(result.Diagnostics);
        return result.Value is { } network
            ? OutputFile.Print(surroundings, output, NetworkText.Of(network, $"the Keras model {Wording.Visible(Path.GetFileName(path))}"), (path, "model"))
            : ExitCode.BadInput;
    }
}
