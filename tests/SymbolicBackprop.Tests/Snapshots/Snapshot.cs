namespace SymbolicBackprop.Tests.Snapshots;

/// <summary>Compares what the library writes with the files in <c>snapshots/</c>.</summary>
internal static class Snapshot
{
    private static readonly SnapshotFolder Folder =
        SnapshotFolder.At(Repository.PathOf("snapshots"), Environment.GetEnvironmentVariable);

    private static readonly SnapshotFolder Root = SnapshotFolder.At(Repository.Root, Environment.GetEnvironmentVariable);

    /// <summary>
    /// Passes when <paramref name="actual"/> is what the verified snapshot holds. Otherwise writes it beside the
    /// snapshot as a received file and fails with their difference.
    /// </summary>
    /// <param name="relativePath">
    /// The snapshot's name: <c>sheets/handwritten.tex</c> stands in <c>snapshots/sheets/handwritten.verified.tex</c>.
    /// </param>
    /// <param name="actual">The text to compare.</param>
    public static void Match(string relativePath, string actual) => Folder.Match(relativePath, actual);

    /// <summary>The same for a part of the documentation that is made from the code, a file under its own name.</summary>
    /// <param name="relativePath">The file, from the root of the repository.</param>
    /// <param name="actual">What it should hold.</param>
    public static void MatchGenerated(string relativePath, string actual) => Root.MatchUnmarked(relativePath, actual);
}
