using System.Text;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>Writes the files that a user names: all of them, or nothing.</summary>
internal static class OutputFile
{
    /// <summary>The name that stands for standard output.</summary>
    public const string StandardOutput = "-";

    // As many as Linux follows.
    private const int MostLinks = 40;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes texts as UTF-8; false after a complaint.</summary>
    public static bool Write(Surroundings surroundings, params IReadOnlyList<(string Path, string Text)> files) =>
        Write(surroundings, [.. files.Select(file => (file.Path, Utf8.GetBytes(file.Text)))]);

    /// <summary>Writes a text as UTF-8; false after a complaint.</summary>
    public static bool Write(Surroundings surroundings, string path, string text) => Write(surroundings, (path, text));

    /// <summary>Writes bytes; false after a complaint.</summary>
    public static bool Write(Surroundings surroundings, params IReadOnlyList<(string Path, byte[] Content)> files)
    {
        var staged = new List<StagedFile>();
        var path = "";
        try
        {
            foreach (var file in files)
            {
                path = file.Path;
                if (Objection(surroundings, path) is { } reason)
                {
                    surroundings.Refuse(FileMessages.CannotWrite(path, reason));
                    return false;
                }

                // A link stays a link: what it leads to is written, a file or a device.
                staged.Add(new StagedFile(path, Followed(surroundings.FullPath(path)), file.Content));
            }

            foreach (var file in staged)
            {
                path = file.Name;
                file.PutInPlace();
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            surroundings.Refuse(FileMessages.CannotWrite(path, Wording.Reason(exception)));
            return false;
        }
        finally
        {
            staged.ForEach(file => file.Dispose());
        }
    }

    /// <summary>Writes a text to a file that is not the one it was made from, or to standard output, and gives the exit code.</summary>
    /// <param name="surroundings">What the program talks to.</param>
    /// <param name="path">The file, or the name of standard output.</param>
    /// <param name="text">The text.</param>
    /// <param name="input">What the text was made from, and what it is to a person.</param>
    public static int Print(Surroundings surroundings, string path, string text, (string Path, string What) input)
    {
        if (path == StandardOutput)
        {
            surroundings.Output.Write(text);
            return ExitCode.Success;
        }

        if (IsSame(surroundings.FullPath(path), surroundings.FullPath(input.Path)))
        {
            return surroundings.Refuse(FileMessages.WouldOverwriteInput(path, input.What));
        }

        if (!Write(surroundings, path, text))
        {
            return ExitCode.BadInput;
        }

        surroundings.Output.Write($"wrote {Wording.Visible(path)}\n");
        return ExitCode.Success;
    }

    private static string? Objection(Surroundings surroundings, string path) => path.Length == 0 ? FileMessages.NoName
        : Directory.Exists(surroundings.FullPath(path)) || Path.EndsInDirectorySeparator(path) ? "it is a folder"
        : null;

    /// <summary>Whether what is written appears on standard output or a device, where no files stand beside it.</summary>
    public static bool IsPrinted(Surroundings surroundings, string path)
    {
        try
        {
            return path == StandardOutput || IsDevice(Followed(surroundings.FullPath(path)));
        }
        catch (IOException)
        {
            return false; // in a circle of links there is no device
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
