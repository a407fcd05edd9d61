using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>Reads a file that a user names.</summary>
internal static class InputFile
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The text of a file, under the name by which the user called it; null after a complaint.</summary>
    public static SourceText? Read(Surroundings surroundings, string path, Limits? limits = null) => Decode(surroundings, path, ReadBytes(surroundings, path, limits));

    /// <summary>The text of standard input; null after a complaint.</summary>
    public static SourceText? ReadStandardInput(Surroundings surroundings, Limits? limits = null)
    {
        const string name = "standard input";
        return Decode(surroundings, name, ReadBytes(surroundings, name, limits, () => surroundings.Input));
    }

    /// <summary>What is in a file; null after a complaint.</summary>
    public static byte[]? ReadBytes(Surroundings surroundings, string path, Limits? limits = null)
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

        return ReadBytes(surroundings, path, limits, () => File.OpenRead(fullPath));
    }

    private static byte[]? ReadBytes(Surroundings surroundings, string name, Limits? limits, Func<Stream> open)
    {
        // A device such as /dev/zero has no end.
        var megabytes = (limits ?? Limits.Default).Input;
        var bytes = new byte[(megabytes * 1_000_000) + 1];
        int length;
        try
        {
            using var stream = open();
            length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            surroundings.Refuse(FileMessages.CannotRead(name, Wording.Reason(exception)));
            return null;
        }

        if (length == bytes.Length)
        {
            surroundings.Refuse(FileMessages.CannotRead(name, FileMessages.TooLarge(megabytes)));
            return null;
        }

        return bytes[..length];
    }

    private static SourceText? Decode(Surroundings surroundings, string name, byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        var result = SourceText.Decode(name, bytes);
        surroundings.Refuse(result.Diagnostics);
        return result.Value;
    }
}
