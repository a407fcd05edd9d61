using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>What a command talks to.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where complaints go.</param>
/// <param name="WorkingDirectory">The folder that paths start from.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, string WorkingDirectory)
{
    // What one can read at once; the others often follow from these.
    private const int MostShown = 20;

    /// <summary>What is handed in without a file.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>Whether what is put out appears in colours.</summary>
    public bool ShowsColors { get; init; }

    /// <summary>The columns of the screen that output appears on, or null where it goes elsewhere.</summary>
    public int? ScreenWidth { get; init; }

    /// <summary>Where a line shows that work goes on, at once and not when all is done; null where nobody looks.</summary>
    public TextWriter? Screen { get; init; }

    /// <summary>Hands on what was put out so far; false where nobody takes it any more. At the end that happens by itself.</summary>
    public Func<bool> Show { get; init; } = () => true;

    /// <summary>Ends what would go on without end.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The full path of a path as a user gave it.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, WorkingDirectory);

    /// <summary>Writes what was found, and gives the exit code of bad input.</summary>
    public int Refuse(params IReadOnlyCollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Take(MostShown))
        {
            Error.Write(diagnostic.Render() + "\n");
        }

        if (diagnostics.Count > MostShown)
        {
            Error.Write(FileMessages.NotShown(diagnostics.Count - MostShown).Render() + "\n");
        }

        return ExitCode.BadInput;
    }
}
