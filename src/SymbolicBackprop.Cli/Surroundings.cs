using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>What a command talks to.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where complaints go.</param>
/// <param name="WorkingDirectory">The folder that paths start from.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, string WorkingDirectory)
{
    /// <summary>The full path of a path as a user gave it.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, WorkingDirectory);

    /// <summary>Writes what was found, and gives the exit code of bad input.</summary>
    public int Refuse(params IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Error.Write(diagnostic.Render() + "\n");
        }

        return ExitCode.BadInput;
    }
}
