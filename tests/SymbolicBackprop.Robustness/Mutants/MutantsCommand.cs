using System.CommandLine;

namespace SymbolicBackprop.Robustness.Mutants;

/// <summary>Says how many small changes of the library its tests notice. It is run from the root of the repository, with the tests built.</summary>
internal static class MutantsCommand
{
    public static Command Create()
    {
        var project = new Option<string>("--project") { Description = "The library.", DefaultValueFactory = _ => "src/SymbolicBackprop/SymbolicBackprop.csproj" };
        var tests = new Option<string>("--tests") { Description = "The folder with the tests as they are built.", DefaultValueFactory = _ => "tests/SymbolicBackprop.Tests/bin/Debug/net10.0" };
        var folders = new Option<string[]>("--folder") { Description = "The folders to change.", DefaultValueFactory = _ => [.. TestRun.Folders] };
        var count = new Option<int>("--count") { Description = "How many mutants of each folder are tried.", DefaultValueFactory = _ => 150 };
        var minutes = new Option<int>("--minutes") { Description = "How long mutants of one folder are tried.", DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed") { Description = "The seed of the choice.", DefaultValueFactory = _ => 1 };
        var jobs = new Option<int>("--jobs") { Description = "How many are tried at the same time.", DefaultValueFactory = _ => 2 };
        var work = new Option<string>("--work") { Description = "The folder for mutants and what became of them.", DefaultValueFactory = _ => ".artifacts/mutants" };
        var again = new Option<bool>("--again") { Description = "Tries those again that survived." };
        var output = new Option<string?>("--output") { Description = "The file for the report; the reasons in it are kept." };
        var command = new Command("mutants", "Changes the library in many places, one at a time, and looks which tests notice.") { project, tests, folders, count, minutes, seed, jobs, work, again, output };
        command.SetAction(parsed =>
        {
            var folder = Directory.CreateDirectory(parsed.GetValue(work)!).FullName;
            TestRun[] runs = [.. Enumerable.Range(0, parsed.GetValue(jobs)).Select(i => new TestRun(parsed.GetValue(tests)!, Path.Combine(folder, FormattableString.Invariant($"{i}"))))];
            var library = MutatedLibrary.Of(parsed.GetValue(project)!);
            var trials = new MutantTrials(Path.Combine(folder, "fates.tsv"), parsed.GetValue(again));
            var tried = new List<(string, int, IReadOnlyList<(Mutant, Fate)>)>();
            foreach (var name in parsed.GetValue(folders)!)
            {
                if (parsed.GetValue(minutes) > 0 && (!library.Emit(null, runs[0].Library) || runs[0].Of(name) != Fate.Survived))
                {
                    parsed.InvocationConfiguration.Error.WriteLine($"{name}: the library without a change does not pass its tests.");
                    return 1;
                }

                Mutant[] all = [.. library.Mutants([name])];
                tried.Add((name, all.Length, trials.Try(library, all, parsed.GetValue(count), TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(seed), runs)));
            }

            var path = parsed.GetValue(output);
            var report = new MutantReport(path is not null && File.Exists(path) ? File.ReadAllText(path) : null).Write(tried, parsed.GetValue(seed));
            parsed.InvocationConfiguration.Output.Write(report);
            if (path is not null)
            {
                File.WriteAllText(path, report);
            }

            return 0;
        });
        return command;
    }
}
