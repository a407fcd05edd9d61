using System.CommandLine;
using System.Xml.Linq;
using SymbolicBackprop.Benchmarks.Growth;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Benchmarks;

public sealed class GrowthCommandTests
{
    [Fact]
    public void It_writes_a_table_and_a_picture()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        var exitCode = GrowthCommand.Make()
            .Parse(["--output", folder.FullPath, "--largest", "4", "--samples", "1"])
            .Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(0, exitCode);
        var table = File.ReadAllText(folder.PathOf("growth.md"));
        Assert.Equal(table, output.ToString());
        Assert.Contains("\n| 4-4-4-1 | 45 | 131 | 250 | ", table, StringComparison.Ordinal);
        var picture = XDocument.Load(folder.PathOf("growth.svg"));
        var marks = picture.Root!.Elements().Count(element => element.Name.LocalName == "circle");
        Assert.Equal(3, marks); // two networks, and the legend
    }

    [Fact]
    public void A_power_law_is_found_again()
    {
        var slope = Slope.Of([.. new[] { 1.0, 10, 50, 400 }.Select(x => (x, 3 * Math.Pow(x, 1.5)))]);

        Assert.Equal(1.5, slope.Exponent, 1e-12);
        Assert.Equal(3, slope.At(1), 1e-12);
    }
}
