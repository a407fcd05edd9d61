using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>Reads a file that a user names.</summary>
internal static class InputFile
{
    // Far more than a person writes; a device such as /dev/zero has no end.
    private const int MostMegabytes = 10;

    /// <summary>The text of a file, under the name by which the user called it; null after a complaint.</summary>
    public static SourceText? Read(Surroundings surroundings, string path)
    {
        if (path.Length == 0)
        {
            surroundings.Refuse(FileMessages.CannotRead(path, FileMessages.NoName));
            return null;
        }

        var fullPath = surroundings.FullPath(path);
        if (Directory.Exists(fullPath))
        {
            surroundings.Refuse(FileMessages.CannotRead(path, "it is a folder"));
            return null;
        }

        var bytes = new byte[(MostMegabytes * 1_000_000) + 1];
        int length;
        try
        {
            using var stream = File.OpenRead(fullPath);
            length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            surroundings.Refuse(FileMessages.CannotRead(path, FileMessages.Reason(exception)));
            return null;
        }

        if (length == bytes.Length)
        {
            surroundings.Refuse(FileMessages.CannotRead(path, FileMessages.TooLarge(MostMegabytes)));
            return null;
        }

        var result = SourceText.Decode(path, bytes.AsSpan(0, length));
        surroundings.Refuse(result.Diagnostics);
        return result.Value;
    }
}
