using SymbolicBackprop.Cli;

namespace SymbolicBackprop.Tests.Cli;

public sealed class OutputFileTests
{
    // No test writes to a real device: as root, a mistake in this rule would replace the machine's own /dev/null.
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
