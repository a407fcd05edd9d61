using System.CommandLine;
using SymbolicBackprop.Robustness.Mutants;

namespace SymbolicBackprop.Robustness;

/// <summary>Tries what people may hand in, far more of it than the tests do, and writes what came of it.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var examples = new Option<DirectoryInfo>("--examples") { Description = "The folder of network files to start from.", DefaultValueFactory = _ => new DirectoryInfo("examples") };
        var inputs = new Option<int>("--inputs") { Description = "How many mutated inputs each reader is given.", DefaultValueFactory = _ => 10_000 };
        var networks = new Option<int>("--networks") { Description = "How many random networks are derived, written, read back and checked.", DefaultValueFactory = _ => 1_000 };
        var first = new Option<int>("--seed") { Description = "The seed of the first input; the others count on from it." };
        var only = new Option<string?>("--only") { Description = "The one class of inputs to try, by its name in the table." };
        var output = new Option<FileInfo?>("--output") { Description = "The file for the table." };
        var root = new RootCommand("Tries mutated inputs and random networks.") { examples, inputs, networks, first, only, output, MutantsCommand.Create() };
        root.SetAction(parsed =>
        {
            InputClass[] classes = [.. Readers.Of(parsed.GetValue(examples)!.FullName, parsed.GetValue(inputs)), RandomSheets.Of(parsed.GetValue(networks))];
            List<Tally> tallies = [.. classes.Where(each => parsed.GetValue(only) is not { } name || each.Name == name)
                .Select(each => Trials.Run(each, parsed.GetValue(first), parsed.InvocationConfiguration.Error))];
            var table = Tally.Table(tallies);
            parsed.InvocationConfiguration.Output.Write(table);
            if (parsed.GetValue(output) is { } file)
            {
                File.WriteAllText(file.FullName, Introduction(parsed.GetValue(first)) + table);
            }

            return tallies.All(tally => tally.IsClean) ? 0 : 1;
        });
        return root.Parse(arguments).Invoke();
    }

    private static string Introduction(int seed) => FormattableString.Invariant($"""
        # What was handed in

        Texts that are right were mutated (seeds from {seed} on) and handed to each reader; what was taken went on to where it is used. Random networks
        were derived, written, read back and checked. A hang is more than {Trials.Longest.TotalSeconds} seconds; a wrong verdict is a sheet that does not check clean,
        a formula that is judged otherwise once it is written again, a message without a place.


        """);
}
