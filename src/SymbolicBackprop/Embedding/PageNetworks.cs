using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;

namespace SymbolicBackprop.Embedding;

/// <summary>The networks that a document speaks of: those with names, the last one, and those in files under a folder.</summary>
internal sealed class PageNetworks(SourceText document, string? folder, string? root)
{
    private readonly string? folder = folder is null ? null : Path.GetFullPath(folder);

    // Far more than a person writes.
    private const int MostBytes = 1_000_000;

    private readonly Dictionary<string, SheetFile> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReadResult<SheetFile>> files = new(StringComparer.Ordinal);
    private SheetFile? last;

    /// <summary>Remembers a network.</summary>
    public void Add(SheetFile network, string? name)
    {
        last = network;
        if (name is not null)
        {
            named[name] = network;
        }
    }

    /// <summary>Whether a name is taken.</summary>
    public bool Has(string name) => named.ContainsKey(name);

    /// <summary>A network by its name or its file, or the last one; null where there is none, and the reason is among the diagnostics.</summary>
    public SheetFile? Find(string? reference, Place place, List<Diagnostic> diagnostics)
    {
        if (reference is null)
        {
            Report(last is null, EmbeddingMessages.NoNetworkYet(place));
            return last;
        }

        if (named.TryGetValue(reference, out var network))
        {
            return network;
        }

        return reference.AsSpan().IndexOfAny('.', '/') >= 0 ? FromFile(reference, place, diagnostics) : Report(true, EmbeddingMessages.UnknownNetwork(place, reference, [.. named.Keys.Order(StringComparer.Ordinal)]));

        SheetFile? Report(bool isMistake, Diagnostic diagnostic)
        {
            diagnostics.AddRange(isMistake ? [diagnostic] : Array.Empty<Diagnostic>());
            return null;
        }
    }

    /// <summary>The network of a file; null where there is none, and the reason is among the diagnostics.</summary>
    public SheetFile? FromFile(string path, Place place, List<Diagnostic> diagnostics)
    {
        if (folder is null)
        {
            diagnostics.Add(EmbeddingMessages.NoFolder(place));
            return null;
        }

        var fullPath = path.Contains('\0', StringComparison.Ordinal) ? folder : Path.GetFullPath(path, folder);
        if (Path.IsPathRooted(path) || !IsInside(fullPath))
        {
            diagnostics.Add(EmbeddingMessages.OutsideOfFolder(place, path));
            return null;
        }

        if (!files.TryGetValue(fullPath, out var result))
        {
            try
            {
                files.Add(fullPath, result = Read(path, fullPath));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                diagnostics.Add(EmbeddingMessages.CannotRead(place, path, Wording.Reason(exception)));
                return null;
            }
        }

        diagnostics.AddRange(result.Diagnostics);
        return result.Value;
    }

    // Where a link leads counts, not where it stands.
    private bool IsInside(string fullPath)
    {
        var inside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root ?? folder!)) + Path.DirectorySeparatorChar;
        var target = File.Exists(fullPath) ? File.ResolveLinkTarget(fullPath, returnFinalTarget: true)?.FullName ?? fullPath : fullPath;
        return fullPath.StartsWith(inside, StringComparison.Ordinal) && target.StartsWith(inside, StringComparison.Ordinal);
    }

    private ReadResult<SheetFile> Read(string path, string fullPath)
    {
        using var stream = File.OpenRead(fullPath);
        var bytes = new byte[MostBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MostBytes)
        {
            throw new IOException($"it is larger than {MostBytes / 1_000_000} MB");
        }

        var source = SourceText.Decode(Path.Join(Path.GetDirectoryName(document.Name), path), bytes.AsSpan(0, length));
        return source.Value is { } text ? SheetFileReader.ReadNetwork(text) : ReadResult.Failed<SheetFile>(source.Diagnostics);
    }
}
