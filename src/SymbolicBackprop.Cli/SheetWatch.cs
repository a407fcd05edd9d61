using System.Runtime.InteropServices;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary><c>backprop sheet --watch</c>: writes a sheet again whenever its network file changes.</summary>
internal static class SheetWatch
{
    public static int Run(Surroundings surroundings, SheetRequest request)
    {
        if (request.IsPrinted)
        {
            return surroundings.Refuse(UsageMessages.WatchOfStandardOutput);
        }

        // A file with mistakes may be mended while it is watched; one that is not there has another name.
        if (!File.Exists(surroundings.FullPath(request.Path)))
        {
            InputFile.Read(surroundings, request.Path);
            return ExitCode.BadInput;
        }

        using var changes = FileChanges.Of(surroundings, request.Path);
        if (changes is null)
        {
            return ExitCode.BadInput;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(surroundings.Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        do
        {
            SheetCommand.Write(surroundings, request);
            surroundings.Output.Write($"watching {Wording.Visible(request.Path)}; Ctrl-C ends it\n");
        }
        while (surroundings.Show() && changes.Wait(stop.Token));

        return ExitCode.Success;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested; // the second ends a sheet that takes long
            stop.Cancel();
        }
    }
}
