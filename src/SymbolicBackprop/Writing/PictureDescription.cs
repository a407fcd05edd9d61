using SymbolicBackprop.Drawing;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.Text;

namespace SymbolicBackprop.Writing;

/// <summary>What is to be seen in a picture, in one line, for those who cannot see it.</summary>
internal static class PictureDescription
{
    public static string Of(Picture picture, Notation notation) =>
        picture.Shown is { } shown ? $"{picture.Summary}: {new PlainTextWriter(notation).Write(shown)}" : picture.Summary;
}
