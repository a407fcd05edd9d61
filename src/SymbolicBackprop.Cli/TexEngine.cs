using System.Diagnostics;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Cli;

/// <summary>
/// Makes pages of LaTeX with the engine that is installed: in a scratch folder, without access to the shell or to files elsewhere,
/// for a limited time.
/// </summary>
internal static class TexEngine
{
    private const string Name = "sheet";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>The pages as a PDF file; null after a complaint.</summary>
    /// <param name="surroundings">What the command talks to.</param>
    /// <param name="document">The document.</param>
    /// <param name="limits">How long each run may take, and how much it may write.</param>
    public static byte[]? Run(Surroundings surroundings, Document document, Limits limits)
    {
        var setup = document.Language.LatexIn(document.Digits);
        if (setup.Engines.Select(Find).FirstOrDefault(found => found is not null) is not { } program)
        {
            surroundings.Refuse(TexMessages.NotInstalled(setup));
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("backprop-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, Name + ".tex"), LatexDocument.Write(document));
            for (var run = 0; run < 2; run++)
            {
                // The second run knows the numbers of the equations.
                if (Once(program, folder, setup, limits) is { } problem)
                {
                    surroundings.Refuse(problem);
                    return null;
                }
            }

            return File.ReadAllBytes(Path.Combine(folder.FullName, Name + ".pdf"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            surroundings.Refuse(TexMessages.Failed(Path.GetFileName(program), Wording.Reason(exception), setup));
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Diagnostic? Once(string program, DirectoryInfo folder, LatexSetup setup, Limits limits)
    {
        var start = new ProcessStartInfo(program, ["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", Name + ".tex"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // Paranoid: nothing is read or written outside of the folder.
        start.Environment["openin_any"] = "p";
        start.Environment["openout_any"] = "p";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var watch = Stopwatch.StartNew();
        while (!process.WaitForExit(Glance))
        {
            var problem = watch.Elapsed > TimeSpan.FromSeconds(limits.Seconds) ? TexMessages.TooLong(Path.GetFileName(program), limits.Seconds)
                : folder.EnumerateFiles().Sum(file => file.Length) > limits.Output * 1_000_000L ? TexMessages.TooLarge(Path.GetFileName(program), limits.Output)
                : null;
            if (problem is not null)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                return problem;
            }
        }

        _ = error.GetAwaiter().GetResult();
        var lines = output.GetAwaiter().GetResult().Split('\n');
        return process.ExitCode == 0 ? null : TexMessages.Failed(Path.GetFileName(program), Array.Find(lines, line => line.StartsWith('!'))?.TrimStart('!', ' ').TrimEnd() ?? "it gave no reason", setup);
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);
}
