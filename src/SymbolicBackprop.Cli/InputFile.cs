using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>Reads a file that a user names.</summary>
internal static class InputFile
{
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

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(fullPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            surroundings.Refuse(FileMessages.CannotRead(path, FileMessages.Reason(exception)));
            return null;
        }

        var result = SourceText.Decode(path, bytes);
        surroundings.Refuse(result.Diagnostics);
        return result.Value;
    }
}
