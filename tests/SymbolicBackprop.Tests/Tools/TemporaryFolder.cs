namespace SymbolicBackprop.Tests.Tools;

/// <summary>A new empty folder, removed with all it holds when disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The full path of the folder.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("backprop-tests-").FullName;

    /// <summary>The full path of a file or folder inside.</summary>
    public string PathOf(string relativePath) => Path.Combine(FullPath, relativePath);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
