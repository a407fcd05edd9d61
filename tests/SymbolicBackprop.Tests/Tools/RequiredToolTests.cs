using Xunit.Sdk;

namespace SymbolicBackprop.Tests.Tools;

public sealed class RequiredToolTests
{
    [Fact]
    public void A_program_on_PATH_is_found()
    {
        Assert.True(Path.IsPathFullyQualified(RequiredTool.Find("dotnet")));
    }

    [Fact]
    public void A_program_given_in_full_is_found_without_PATH()
    {
        var dotnet = RequiredTool.Find("dotnet");

        Assert.Equal(dotnet, RequiredTool.Locate(dotnet, searchPath: null));
    }

    [Fact]
    public void Folders_are_searched_in_order_for_files_that_can_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no execute bit there.");
        using var folder = new TemporaryFolder();
        var folders = new[] { "first", "second", "third" };
        foreach (var name in folders)
        {
            Directory.CreateDirectory(folder.PathOf(name));
            File.WriteAllText(folder.PathOf($"{name}/tool"), "");
        }

        MakeExecutable(folder.PathOf("second/tool"));
        MakeExecutable(folder.PathOf("third/tool"));

        var searchPath = string.Join(Path.PathSeparator, folders.Select(folder.PathOf));
        Assert.Equal(folder.PathOf("second/tool"), RequiredTool.Locate("tool", searchPath));
        Assert.Null(RequiredTool.Locate("other", searchPath));
    }

    [Fact]
    public void A_missing_program_skips_the_test()
    {
        // Caught by hand: Record and Assert.Throws let a skip through, and this test would be skipped itself.
        SkipException? skipped = null;
        try
        {
            RequiredTool.Missing("No TeX.", mustBePresent: false);
        }
        catch (SkipException exception)
        {
            skipped = exception;
        }

        Assert.NotNull(skipped);
        Assert.EndsWith("No TeX.", skipped.Message);
    }

    [Fact]
    public void A_missing_program_fails_the_test_where_everything_must_be_present()
    {
        var exception = Assert.Throws<FailException>(() => RequiredTool.Missing("No TeX.", mustBePresent: true));

        Assert.Equal("No TeX. BACKPROP_REQUIRE_TOOLS=1 asks for it.", exception.Message);
    }

    private static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
