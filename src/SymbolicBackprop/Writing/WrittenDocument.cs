using SymbolicBackprop.Sheets;

namespace SymbolicBackprop.Writing;

/// <summary>A document in a format: its text, and the files that the text refers to and that stand beside it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Beside">The files, by name.</param>
public sealed record WrittenDocument(string Text, IReadOnlyList<(string Name, string Text)> Beside)
{
    /// <summary>Whether the document has pictures that the text lacks, because there are no files beside it.</summary>
    public bool LacksPictures { get; init; }

    /// <summary>A way of writing that needs one file, whatever its name.</summary>
    internal static Func<Document, string?, WrittenDocument> InOneFile(Func<Document, string> write) => (document, _) => new(write(document), []);
}
