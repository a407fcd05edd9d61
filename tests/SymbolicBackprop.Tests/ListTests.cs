using System.Reflection;
using System.Text.RegularExpressions;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Exporting;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing;

namespace SymbolicBackprop.Tests;

/// <summary>The lists of what there are several of: whatever is written for one is in it, and the README says where it is.</summary>
public sealed partial class ListTests
{
    [Fact]
    public void What_is_written_is_listed()
    {
        Assert.Equal(Named<Activation>(), NamesIn(Activation.All));
        Assert.Equal(Named<VectorActivation>(), NamesIn(VectorActivation.All));
        Assert.Equal(Named<Loss>(), NamesIn(Loss.All));
        Assert.Equal(Named<NotationProfile>(), NamesIn(NotationProfile.All));
        Assert.Equal(Named<OutputFormat>(), NamesIn(OutputFormat.All));
        Assert.Equal(Named<ReportFormat>(), NamesIn(ReportFormat.All));
        Assert.Equal(Named<ExportTarget>(), NamesIn(ExportTarget.All));
        Assert.Equal(Named<Slip>(), NamesIn(Slip.All));
        Assert.Equal(
            typeof(Language).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Language)) && !type.IsAbstract).Select(type => type.Name).Order(),
            Language.All.Select(language => language.GetType().Name).Order());
    }

    [Fact]
    public void The_readme_names_each_list()
    {
        var rows = Row().Matches(File.ReadAllText(Repository.PathOf("README.md")));

        Assert.Equal(8, rows.Count);
        Assert.All(rows, row =>
        {
            var (folder, list) = (row.Groups[1].Value, row.Groups[2].Value);
            Assert.True(Directory.Exists(Repository.PathOf("src/SymbolicBackprop/" + folder)), folder);
            Assert.Matches(@"> All\b", File.ReadAllText(Repository.PathOf("src/SymbolicBackprop/" + list)));
        });
    }

    [GeneratedRegex(@"^\| an? [^|]+ \| `([^`]+)`[^|]*\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    // Equal ones may have two names: what counts is the object.
    private static IEnumerable<object> Named<T>() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(T))
        .Select(property => property.GetValue(null)!)
        .Distinct()
        .OrderBy(NameOf, StringComparer.Ordinal);

    private static IEnumerable<object> NamesIn<T>(IEnumerable<T> list)
        where T : class => list.OrderBy(NameOf, StringComparer.Ordinal);

    private static string NameOf(object item) => (string)item.GetType().GetProperty("Name")!.GetValue(item)!;
}
