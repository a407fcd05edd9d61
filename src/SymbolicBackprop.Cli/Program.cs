using System.Text;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string? refusal = null;
        var exitCode = Run(args, output, error, Show);
        if (!Show())
        {
            error.Write(FileMessages.CannotPrint(refusal!).Render() + "\n");
            exitCode = ExitCode.BadInput;
        }

        Refusal(Console.OpenStandardError(), error);
        return exitCode;

        bool Show()
        {
            refusal ??= Refusal(Console.OpenStandardOutput(), output);
            Refusal(Console.OpenStandardError(), error); // who sees no complaint has the exit code
            return refusal is null;
        }
    }

    private static int Run(string[] args, StringWriter output, StringWriter error, Func<bool> show)
    {
        string folder;
        try
        {
            folder = Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            error.Write(FileMessages.NoCurrentFolder.Render() + "\n");
            return ExitCode.BadInput;
        }

        return CommandLine.Run(args, new Surroundings(output, error, folder)
        {
            Input = Console.OpenStandardInput(),
            ShowsColors = ColoredText.IsShownBy(Console.Out),
            ScreenWidth = Console.IsOutputRedirected ? null : Console.WindowWidth,
            Screen = Console.IsErrorRedirected ? null : Console.Error,
            Show = show,
        });
    }

    // Writes in UTF-8 whatever the console is set to, the same bytes on every system; gives the reason where the system refuses.
    private static string? Refusal(Stream stream, StringWriter text)
    {
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
            text.GetStringBuilder().Clear();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Wording.Reason(exception);
        }
    }
}
