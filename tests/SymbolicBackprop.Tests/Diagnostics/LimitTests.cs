using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Tests.Diagnostics;

public sealed class LimitTests
{
    [Fact]
    public void Each_limit_has_a_name_and_is_changed_alone()
    {
        Assert.Equal(typeof(Limits).GetProperties().Count(property => property.PropertyType == typeof(int)), Limit.All.Length);
        Assert.All(Limit.All, limit =>
        {
            var raised = limit.In(Limits.Default, limit.Highest);
            Assert.Equal(limit.Highest, limit.Of(raised));
            Assert.True(limit.Highest > limit.Of(Limits.Default));
            Assert.Equal(Limits.Default, limit.In(raised, limit.Of(Limits.Default)));
            Assert.Same(limit, Limit.Named(limit.Name));
        });
    }

    [Fact]
    public void The_page_about_limits_lists_all_as_they_are() => Assert.Contains(
        string.Concat(Limit.All.Select(limit => FormattableString.Invariant($"| `{limit.Name}` | {limit.Summary} | {limit.Of(Limits.Default)} | {limit.Highest} |\n"))),
        File.ReadAllText(Repository.PathOf("docs/limits.md")));
}
