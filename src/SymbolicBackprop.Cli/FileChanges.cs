using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>Waits for a file to change, also where an editor moves another into its place.</summary>
internal sealed class FileChanges : IDisposable
{
    // Editors save in several steps: a file is emptied and filled, or another is written and renamed.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim events = new(0);
    private readonly FileSystemWatcher watcher;

    private FileChanges(string fullPath)
    {
        watcher = new FileSystemWatcher(Path.GetDirectoryName(fullPath)!, Path.GetFileName(fullPath))
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
        };
        watcher.Changed += (_, _) => events.Release();
        watcher.Created += (_, _) => events.Release();
        watcher.Deleted += (_, _) => events.Release();
        watcher.Renamed += (_, _) => events.Release();
        watcher.Error += (_, _) => events.Release(); // more changes than the system could name
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Begins to watch; null after a complaint.</summary>
    public static FileChanges? Of(Surroundings surroundings, string path)
    {
        try
        {
            return new FileChanges(OutputFile.Followed(surroundings.FullPath(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            surroundings.Refuse(FileMessages.CannotWatch(path, Wording.Reason(exception)));
            return null;
        }
    }

    /// <summary>Waits until the file has changed since the last time, and for some peace after it; false where that was stopped.</summary>
    public bool Wait(CancellationToken stop)
    {
        try
        {
            events.Wait(stop);
            while (events.Wait(Quiet, stop))
            {
                // One change is often several events.
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => watcher.Dispose();
}
