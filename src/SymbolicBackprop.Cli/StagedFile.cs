namespace SymbolicBackprop.Cli;

/// <summary>
/// A file that is written beside the one it will be, and moved into its place: nobody ever sees half of it, and what prevents
/// writing shows before anything has changed.
/// </summary>
internal sealed class StagedFile : IDisposable
{
    private readonly string fullPath;
    private readonly byte[] content;
    private readonly string? temporary;

    /// <param name="name">The name that a user knows it by.</param>
    /// <param name="fullPath">Its place; a device is written to only when it is put in place, and never replaced.</param>
    /// <param name="content">What it will hold.</param>
    public StagedFile(string name, string fullPath, byte[] content)
    {
        Name = name;
        this.fullPath = fullPath;
        this.content = content;
        if (OutputFile.IsDevice(fullPath))
        {
            return;
        }

        if (new FileInfo(fullPath) is { Exists: true, IsReadOnly: true })
        {
            throw new UnauthorizedAccessException(); // which moving would not mind everywhere
        }

        temporary = Path.Combine(Path.GetDirectoryName(fullPath)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
            stream.Write(content);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Name { get; }

    public void PutInPlace()
    {
        if (temporary is null)
        {
            File.WriteAllBytes(fullPath, content);
        }
        else
        {
            File.Move(temporary, fullPath, overwrite: true);
        }
    }

    /// <summary>Leaves nothing behind where it was not put in place.</summary>
    public void Dispose()
    {
        if (temporary is not null)
        {
            File.Delete(temporary);
        }
    }
}
