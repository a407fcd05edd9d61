using SymbolicBackprop.Cli;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

public sealed class OutputFileTests
{
    // No test writes to a real device: as root, a mistake in this rule would replace the machine's own /dev/null.
    [Theory]
    [InlineData("x.tex", "x.tex")]
    [InlineData("no/such/x.tex", "no/such/x.tex")]
    [InlineData("file", "real/x.tex")]
    [InlineData("folder/x.tex", "real/x.tex")]
    [InlineData("folder/new.tex", "real/new.tex")]
    [InlineData("twice", "real/x.tex")]
    [InlineData("nowhere", "no/such.tex")]
    [InlineData("up/x.tex", "x.tex")]
    [InlineData("device", "/dev/no-such-device")]
    [InlineData("devices/null", "/dev/no-such-folder/null")]
    [InlineData("/proc/self/root/dev/null", "/dev/null")]
    [InlineData("/dev/stdout", "/dev/stdout")] // a link to what only the system can follow
    public void A_path_is_followed_through_all_its_links(string path, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Links need a privilege elsewhere, and there is no /proc.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("real"));
        File.WriteAllText(folder.PathOf("real/x.tex"), "");
        foreach (var (link, target) in new[]
        {
            ("file", "real/x.tex"), ("folder", "real"), ("twice", "folder/x.tex"), ("nowhere", "no/such.tex"), ("real/up", ".."), ("up", "real/up"),
            ("device", "/dev/no-such-device"), ("devices", "/dev/no-such-folder"),
        })
        {
            File.CreateSymbolicLink(folder.PathOf(link), target);
        }

        Assert.Equal(folder.PathOf(expected), OutputFile.Followed(folder.PathOf(path)));
    }

    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/fd/63", true)]
    [InlineData("/devices/net.tex", false)]
    [InlineData("/home/dev/net.tex", false)]
    [InlineData("/srv/net.tex", false)]
    public void Devices_are_told_from_files(string path, bool isDevice)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Devices have no paths there.");

        Assert.Equal(isDevice, OutputFile.IsDevice(path));
    }
}
