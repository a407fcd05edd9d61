using System.Text;

namespace SymbolicBackprop.Tests.Snapshots;

/// <summary>
/// A folder of snapshots. Its files are named as Verify names them, <c>name.verified.ext</c> and
/// <c>name.received.ext</c>, so that Verify or its viewers can take over.
/// </summary>
internal sealed class SnapshotFolder(string root, bool accepting)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A folder that accepts what it receives where <c>BACKPROP_ACCEPT=1</c>, but never under CI.</summary>
    /// <param name="root">The full path of the folder.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static SnapshotFolder At(string root, Func<string, string?> variable)
    {
        var underCi = string.Equals(variable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        return new SnapshotFolder(root, accepting: variable("BACKPROP_ACCEPT") == "1" && !underCi);
    }

    /// <inheritdoc cref="Snapshot.Match"/>
    public void Match(string relativePath, string actual) => Match(relativePath, Marked(relativePath, "verified"), actual);

    /// <summary>The same for a file that people read under its own name, without a mark.</summary>
    public void MatchUnmarked(string relativePath, string actual) => Match(relativePath, relativePath, actual);

    private void Match(string relativePath, string verifiedName, string actual)
    {
        var receivedName = Marked(relativePath, "received");
        var verifiedPath = Path.Combine(root, verifiedName);
        var receivedPath = Path.Combine(root, receivedName);
        var received = WithLineFeeds(actual);
        var verified = File.Exists(verifiedPath) ? WithLineFeeds(File.ReadAllText(verifiedPath, Utf8)) : null;

        if (received != verified && !accepting)
        {
            Write(receivedPath, received);
            Assert.Fail(Explain(relativePath, verifiedName, receivedName, verified, received));
        }

        if (received != verified)
        {
            Write(verifiedPath, received);
        }

        File.Delete(receivedPath);
    }

    private static string Explain(
        string relativePath, string verifiedName, string receivedName, string? verified, string received)
    {
        var finding = verified is null ? "has no verified file" : "does not match";
        return $"""
            The snapshot {relativePath} {finding}.
            --- {verifiedName}
            +++ {receivedName}
            {SnapshotDifference.Between(verified ?? "", received)}
            If the received text is right, accept it with: BACKPROP_ACCEPT=1 dotnet test
            (it rewrites the verified file; CI never accepts).
            """;
    }

    private static string Marked(string relativePath, string mark)
    {
        var extension = Path.GetExtension(relativePath);
        if (extension.Length < 2 || Path.IsPathRooted(relativePath) || relativePath.Split('/', '\\').Contains(".."))
        {
            throw new ArgumentException(
                $"A snapshot is named by a path inside the folder, with an extension; '{relativePath}' is not.",
                nameof(relativePath));
        }

        return $"{relativePath[..^extension.Length]}.{mark}{extension}";
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, Utf8);
    }

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n").Replace('\r', '\n');
}
