using System.Text;

namespace SymbolicBackprop.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        using var output = Utf8(Console.OpenStandardOutput());
        using var error = Utf8(Console.OpenStandardError());
        return CommandLine.Run(args, output, error, Environment.CurrentDirectory);
    }

    // The same bytes on every system, whatever the console is set to.
    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
}
