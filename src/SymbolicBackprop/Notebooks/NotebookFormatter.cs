namespace SymbolicBackprop.Notebooks;

/// <summary>Writes an object for a notebook, which looks for these members by their names.</summary>
/// <param name="mimeType">What it writes.</param>
/// <param name="write">Writes an object.</param>
internal sealed class NotebookFormatter(string mimeType, Func<object, string> write)
{
    /// <summary>What it writes.</summary>
    public string MimeType => mimeType;

    /// <summary>Writes an object.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        writer.Write(write(instance));
        return true;
    }
}
