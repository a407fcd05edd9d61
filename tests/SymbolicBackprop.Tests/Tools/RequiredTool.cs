using System.Diagnostics.CodeAnalysis;

namespace SymbolicBackprop.Tests.Tools;

/// <summary>
/// Programs that some tests need and that not every machine has. A test whose program is missing is skipped;
/// with <c>BACKPROP_REQUIRE_TOOLS=1</c> it fails.
/// </summary>
internal static class RequiredTool
{
    private static bool MustBePresent => Environment.GetEnvironmentVariable("BACKPROP_REQUIRE_TOOLS") == "1";

    /// <summary>The full path of a program, found on <c>PATH</c> unless it is given in full.</summary>
    /// <param name="program">A name such as <c>pdflatex</c>, or a full path such as <c>/usr/bin/python3</c>.</param>
    public static string Find(string program)
    {
        var path = Locate(program, Environment.GetEnvironmentVariable("PATH"));
        if (path is null)
        {
            Missing($"The program '{program}' was not found on PATH.");
        }

        return path;
    }

    /// <summary>Skips the running test, or fails it where everything must be present.</summary>
    /// <param name="reason">What is missing, as a sentence.</param>
    [DoesNotReturn]
    public static void Missing(string reason) => Missing(reason, MustBePresent);

    [DoesNotReturn]
    internal static void Missing(string reason, bool mustBePresent)
    {
        if (mustBePresent)
        {
            Assert.Fail($"{reason} BACKPROP_REQUIRE_TOOLS=1 asks for it.");
        }

        Assert.Skip(reason);
    }

    internal static string? Locate(string program, string? searchPath)
    {
        string[] endings = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd"] : [""];
        return (searchPath ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending)))
            .Prepend(program)
            .FirstOrDefault(path => Path.IsPathFullyQualified(path) && IsProgram(path));
    }

    private static bool IsProgram(string path)
    {
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & execute) != 0);
    }
}
