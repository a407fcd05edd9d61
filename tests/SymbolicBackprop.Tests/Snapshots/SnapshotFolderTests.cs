using System.Text;
using SymbolicBackprop.Tests.Tools;
using Xunit.Sdk;

namespace SymbolicBackprop.Tests.Snapshots;

public sealed class SnapshotFolderTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    private string Verified => root.PathOf("sheets/chain.rule.verified.tex");

    private string Received => root.PathOf("sheets/chain.rule.received.tex");

    public void Dispose() => root.Dispose();

    [Fact]
    public void Equal_text_passes_and_a_stale_received_file_goes()
    {
        Verify("a\nb\n");
        File.WriteAllText(Received, "old");

        Match("a\nb\n");

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Line_endings_do_not_matter()
    {
        Verify("a\r\nb\r\n");

        Match("a\nb\r\n");
    }

    [Fact]
    public void A_mismatch_fails_with_the_lines_that_differ_and_their_surroundings()
    {
        Verify(Numbered(10));

        var failure = Assert.Throws<FailException>(() => Match(Numbered(10).Replace("line 8\n", "line eight \n")));

        Assert.Equal(
            """
            The snapshot sheets/chain.rule.tex does not match.
            --- sheets/chain.rule.verified.tex
            +++ sheets/chain.rule.received.tex
            @@ line 5 @@
             line 5
             line 6
             line 7
            -line 8
            +line eight·
             line 9
             line 10
            If the received text is right, accept it with: BACKPROP_ACCEPT=1 dotnet test
            (it rewrites the verified file; CI never accepts).
            """,
            failure.Message);
        Assert.Equal(Numbered(10), File.ReadAllText(Verified));
        Assert.Equal(Numbered(10).Replace("line 8\n", "line eight \n"), File.ReadAllText(Received));
    }

    [Theory]
    [InlineData("a\nb\n", "a\nb")]
    [InlineData("a b\n", "a  b\n")]
    [InlineData("δ\n", "Δ\n")]
    public void White_space_and_case_are_differences(string verified, string actual)
    {
        Verify(verified);

        var failure = Assert.Throws<FailException>(() => Match(actual));

        Assert.Matches("(?m)^-", failure.Message);
    }

    [Fact]
    public void A_long_difference_is_cut()
    {
        var failure = Assert.Throws<FailException>(() => Match(Numbered(500)));

        Assert.Contains("+line 100\n", failure.Message);
        Assert.DoesNotContain("+line 200\n", failure.Message);
        Assert.Contains("more lines", failure.Message);
    }

    [Fact]
    public void A_missing_file_fails_and_is_not_made()
    {
        var failure = Assert.Throws<FailException>(() => Match("new\n"));

        Assert.StartsWith("The snapshot sheets/chain.rule.tex has no verified file.\n", failure.Message);
        Assert.Contains("\n+new\n", failure.Message);
        Assert.False(File.Exists(Verified));
        Assert.Equal("new\n", File.ReadAllText(Received));
    }

    [Fact]
    public void Accepting_writes_the_verified_file_without_a_byte_order_mark()
    {
        Verify("old");
        File.WriteAllText(Received, "old");

        Match("δ\r\n", ("BACKPROP_ACCEPT", "1"));

        Assert.Equal("δ\n"u8.ToArray(), File.ReadAllBytes(Verified));
        Assert.False(File.Exists(Received));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public void Accepting_is_ignored_in_CI(string ci)
    {
        Verify("old");

        Assert.Throws<FailException>(() => Match("new", ("BACKPROP_ACCEPT", "1"), ("CI", ci)));

        Assert.Equal("old", File.ReadAllText(Verified));
    }

    [Theory]
    [InlineData("sheets/name")]
    [InlineData("../outside.tex")]
    [InlineData("/outside.tex")]
    public void A_snapshot_is_named_inside_the_folder_with_an_extension(string name)
    {
        var folder = new SnapshotFolder(root.FullPath, accepting: true);

        Assert.Throws<ArgumentException>(() => folder.Match(name, "text"));
    }

    private static string Numbered(int lines) =>
        string.Concat(Enumerable.Range(1, lines).Select(number => $"line {number}\n"));

    private void Verify(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Verified)!);
        File.WriteAllText(Verified, text, new UTF8Encoding(false));
    }

    private void Match(string actual, params (string Name, string Value)[] environment) =>
        SnapshotFolder
            .At(root.FullPath, name => environment.FirstOrDefault(variable => variable.Name == name).Value)
            .Match("sheets/chain.rule.tex", actual);
}
