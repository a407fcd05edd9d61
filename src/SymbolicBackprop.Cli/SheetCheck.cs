using System.Text;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop sheet --check</c>: whether the files of a sheet are as they would be written, for a repository's tests.</summary>
internal static class SheetCheck
{
    public static int Run(Surroundings surroundings, SheetRequest request)
    {
        if (OutputFile.IsPrinted(surroundings, request.Target))
        {
            return surroundings.Refuse(UsageMessages.CheckOfStandardOutput);
        }

        if (request.Format is null)
        {
            return surroundings.Refuse(UsageMessages.CheckOfPages);
        }

        if (SheetMaker.Make(surroundings, request) is not { } files)
        {
            return ExitCode.BadInput;
        }

        var exitCode = ExitCode.Success;
        foreach (var file in files)
        {
            var isThere = File.Exists(surroundings.FullPath(file.Path));
            if ((isThere || Directory.Exists(surroundings.FullPath(file.Path)) ? InputFile.ReadBytes(surroundings, file.Path) : []) is not { } present)
            {
                return ExitCode.BadInput;
            }

            if (isThere && present.AsSpan().SequenceEqual(file.Content))
            {
                surroundings.Output.Write($"unchanged {Wording.Visible(file.Path)}\n");
                continue;
            }

            surroundings.Output.Write(UnifiedDifference.Of(file.Path, isThere ? Encoding.UTF8.GetString(present) : null, Encoding.UTF8.GetString(file.Content)));
            surroundings.Refuse(FileMessages.Differs(file.Path, isThere));
            exitCode = ExitCode.Differs;
        }

        return exitCode;
    }
}
