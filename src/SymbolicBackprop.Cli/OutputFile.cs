using System.Text;

namespace SymbolicBackprop.Cli;

/// <summary>Writes a file that a user names: all of it or nothing.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text as UTF-8; false after a complaint.</summary>
    public static bool Write(Surroundings surroundings, string path, string text)
    {
        if (path.Length == 0)
        {
            surroundings.Refuse(FileMessages.CannotWrite(path, FileMessages.NoName));
            return false;
        }

        var fullPath = surroundings.FullPath(path);
        if (Directory.Exists(fullPath) || Path.EndsInDirectorySeparator(path))
        {
            surroundings.Refuse(FileMessages.CannotWrite(path, "it is a folder"));
            return false;
        }

        try
        {
            if (IsDevice(fullPath))
            {
                File.WriteAllText(fullPath, text, Utf8);
            }
            else
            {
                Replace(Followed(fullPath), text);
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            surroundings.Refuse(FileMessages.CannotWrite(path, FileMessages.Reason(exception)));
            return false;
        }
    }

    // Written beside the file and moved into its place, so that nobody ever sees half of it.
    private static void Replace(string fullPath, string text)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(fullPath)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(Utf8.GetBytes(text));
            }

            File.Move(temporary, fullPath, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    // A link stays a link: what it leads to is replaced.
    private static string Followed(string fullPath) =>
        new FileInfo(fullPath).LinkTarget is null ? fullPath : File.ResolveLinkTarget(fullPath, returnFinalTarget: true)!.FullName;

    /// <summary>Whether a path is that of a device such as /dev/null, which is written to and never replaced.</summary>
    internal static bool IsDevice(string fullPath) => !OperatingSystem.IsWindows() && fullPath.StartsWith("/dev/", StringComparison.Ordinal);
}
