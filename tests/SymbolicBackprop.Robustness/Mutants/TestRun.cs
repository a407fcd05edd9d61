using System.Diagnostics;

namespace SymbolicBackprop.Robustness.Mutants;

/// <summary>The tests, in a folder of their own, so that the library beside them can be exchanged.</summary>
internal sealed class TestRun
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>They need other systems, or much time.</summary>
    private static readonly string[] Slow =
        ["Calculus.Oracle.*", "Calculus.LongChainTests", "Calculus.DenseNetworkSizeTests", "Checking.MutationTests", "Checking.Reports.MutatedReportTests", "Networks.NetworkSizeTests", "Embedding.SiteTests"];

    /// <summary>The tests of a folder, those that are nearest to it first: most mutants do not come further.</summary>
    private static readonly Dictionary<string, string[][]> Near = new()
    {
        ["Calculus"] = [["Calculus.*"], ["Functions.*", "Derivations.*", "Networks.*", "Programs.*"]],
        ["Identities"] = [["Identities.*", "Cli.ActivationsCommandTests", "Robustness.CancellationTests"], ["Derivations.*", "Networks.*", "Models.*"], ["Checking.*"]],
        ["Checking"] = [["Checking.Slips.*", "Checking.Reports.*", "Cli.CheckCommandTests"], ["Checking.*", "Embedding.*"]],
    };

    private readonly string folder;

    public TestRun(string tests, string folder)
    {
        this.folder = folder;
        foreach (var file in Directory.EnumerateFiles(tests, "*", SearchOption.TopDirectoryOnly))
        {
            Directory.CreateDirectory(folder);
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
    }

    public static IEnumerable<string> Folders => Near.Keys;

    public string Library => Path.Combine(folder, "SymbolicBackprop.dll");

    /// <summary>Whether the tests of a folder find something.</summary>
    public Fate Of(string mutated)
    {
        foreach (var classes in Near[mutated])
        {
            if (Of(classes) is var fate and not Fate.Survived)
            {
                return fate;
            }
        }

        return Fate.Survived;
    }

    private Fate Of(string[] classes)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(folder, "SymbolicBackprop.Tests.dll"));
        string[] arguments =
        [
            "--filter-class", .. classes.Select(name => $"SymbolicBackprop.Tests.{name}"),
            "--filter-not-class", .. Slow.Select(name => $"SymbolicBackprop.Tests.{name}"),
            "--stop-on-fail", "on", "--parallel", "none", "--no-ansi", "--progress", "off", "--results-directory", folder,
        ];
        // What never ends may also never stop allocating; what is received is no snapshot to accept.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        start.Environment["CI"] = "true";
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var run = Process.Start(start)!;
        run.OutputDataReceived += (_, _) => { };
        run.ErrorDataReceived += (_, _) => { };
        run.BeginOutputReadLine();
        run.BeginErrorReadLine();
        if (!run.WaitForExit(Longest))
        {
            run.Kill(entireProcessTree: true);
            return Fate.TimedOut;
        }

        return run.ExitCode == 0 ? Fate.Survived : Fate.Killed;
    }
}
