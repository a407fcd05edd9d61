using System.Text;
using SymbolicBackprop.Files;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Cli;

/// <summary>Makes the files of a sheet, and writes none of them.</summary>
internal static class SheetMaker
{
    /// <summary>The files, that of the sheet itself first; null after a complaint.</summary>
    public static IReadOnlyList<(string Path, byte[] Content)>? Make(Surroundings surroundings, SheetRequest request)
    {
        if (InputFile.Read(surroundings, request.Path, request.Limits) is not { } source)
        {
            return null;
        }

        var result = request.Fragment ? SheetFileReader.Read(source, request.Limits) : SheetFileReader.ReadForDocument(source, request.Limits);
        surroundings.Refuse(result.Diagnostics);
        if (result.Value is not { } file)
        {
            return null;
        }

        var target = request.Target;
        if (WouldOverwrite(target))
        {
            return null;
        }

        using var progress = ProgressLine.Start(surroundings, target);
        var asked = (request.Detail is { } detail ? file.WithDetail(detail) : file).WithNotation(request.Notation);
        if (TimeLimit.Run(surroundings, request.Limits, "the sheet", stop => SheetComposer.Compose(asked, stop)) is not { } document)
        {
            return null;
        }

        if (request.Format is not { } format)
        {
            return TexEngine.Run(surroundings, document, request.Limits) is { } pages ? [(target, pages)] : null;
        }

        // Nothing stands beside what is printed.
        var name = OutputFile.IsPrinted(surroundings, target) ? null : Path.GetFileNameWithoutExtension(target);
        var written = request.Fragment ? new WrittenDocument(LatexDocument.WriteFragment(document) + "\n", []) : format.Write(document, name);
        if (written.LacksPictures)
        {
            surroundings.Refuse(FileMessages.PicturesLeftOut);
        }

        var besides = written.Beside.Select(file => (Path: Path.Join(Path.GetDirectoryName(target), file.Name), file.Text));
        List<(string Path, byte[] Content)> files = [.. besides.Prepend((Path: target, written.Text)).Select(each => (each.Path, Encoding.UTF8.GetBytes(each.Text)))];
        if (files.Sum(each => (long)each.Content.Length) / 1_000_000 is var megabytes && megabytes >= request.Limits.Output)
        {
            surroundings.Refuse(FileMessages.OutputTooLarge(target, megabytes, request.Limits.Output));
            return null;
        }

        return files.Any(each => WouldOverwrite(each.Path)) ? null : files;

        bool WouldOverwrite(string path)
        {
            var isInput = path != OutputFile.StandardOutput && OutputFile.IsSame(surroundings.FullPath(path), surroundings.FullPath(request.Path));
            if (isInput)
            {
                surroundings.Refuse(FileMessages.WouldOverwriteInput(path, "network file"));
            }

            return isInput;
        }
    }
}
