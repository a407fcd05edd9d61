using System.Text;

namespace SymbolicBackprop.Cli;

/// <summary>Writes a file that a user names: all of it or nothing.</summary>
internal static class OutputFile
{
    /// <summary>The name that stands for standard output.</summary>
    public const string StandardOutput = "-";

    // As many as Linux follows.
    private const int MostLinks = 40;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text as UTF-8; false after a complaint.</summary>
    public static bool Write(Surroundings surroundings, string path, string text) => Write(surroundings, path, Utf8.GetBytes(text));

    /// <summary>Writes bytes; false after a complaint.</summary>
    public static bool Write(Surroundings surroundings, string path, byte[] content)
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
            // A link stays a link: what it leads to is written, a file or a device.
            var target = Followed(fullPath);
            if (IsDevice(target))
            {
                File.WriteAllBytes(target, content);
            }
            else
            {
                Replace(target, content);
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            surroundings.Refuse(FileMessages.CannotWrite(path, FileMessages.Reason(exception)));
            return false;
        }
    }

    /// <summary>Whether two paths lead to one file.</summary>
    public static bool IsSame(string fullPath, string other)
    {
        try
        {
            return Followed(fullPath) == Followed(other);
        }
        catch (IOException)
        {
            return false; // in a circle of links there is no file
        }
    }

    // Written beside the file and moved into its place, so that nobody ever sees half of it.
    private static void Replace(string fullPath, byte[] content)
    {
        if (new FileInfo(fullPath) is { Exists: true, IsReadOnly: true })
        {
            throw new UnauthorizedAccessException(); // which moving would not mind everywhere
        }

        var temporary = Path.Combine(Path.GetDirectoryName(fullPath)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
            }

            File.Move(temporary, fullPath, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Where a path leads when all links in it are followed, those of folders too. What lies in /dev is left as it is.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    internal static string Followed(string fullPath)
    {
        for (var links = 0; links <= MostLinks; links++)
        {
            if (IsDevice(fullPath) || FirstLink(fullPath) is not { } link)
            {
                return fullPath;
            }

            var target = Path.GetFullPath(link.LinkTarget!, link.DirectoryName!);
            fullPath = Path.GetFullPath(target + fullPath[link.FullName.Length..]);
        }

        throw new IOException("Too many levels of symbolic links");
    }

    private static FileInfo? FirstLink(string fullPath)
    {
        for (var end = Path.GetPathRoot(fullPath)!.Length; end < fullPath.Length;)
        {
            end = fullPath.IndexOf(Path.DirectorySeparatorChar, end + 1) is > 0 and var next ? next : fullPath.Length;
            if (new FileInfo(fullPath[..end]) is { LinkTarget: not null } link)
            {
                return link;
            }
        }

        return null;
    }

    /// <summary>Whether a path is that of a device such as /dev/null, which is written to and never replaced.</summary>
    internal static bool IsDevice(string fullPath) => !OperatingSystem.IsWindows() && fullPath.StartsWith("/dev/", StringComparison.Ordinal);
}
