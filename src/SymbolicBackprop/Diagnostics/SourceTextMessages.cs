namespace SymbolicBackprop.Diagnostics;

/// <summary>What can be wrong with a text before anything is read from it.</summary>
internal static class SourceTextMessages
{
    public static Diagnostic NotUtf8(Place place) =>
        Diagnostic.Error(place, "the file is not UTF-8 text", "save it with the encoding UTF-8");
}
