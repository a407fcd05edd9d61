using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>What can be wrong with the files and folders that a user names.</summary>
internal static class FileMessages
{
    public const string NoName = "the name is empty";

    public static Diagnostic CannotRead(string path, string reason) => Diagnostic.Error(null, $"cannot read '{path}': {reason}");

    public static Diagnostic CannotWrite(string path, string reason) => Diagnostic.Error(null, $"cannot write '{path}': {reason}");

    public static Diagnostic WouldOverwriteInput(string path) => Diagnostic.Error(
        null, $"'{path}' is the network file itself", "name another file with --output");

    /// <summary>Why the system did not do it, in words.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the name is too long",
        _ => exception.Message.Split(" : '")[0], // the system's own words, without the path after them
    };
}
