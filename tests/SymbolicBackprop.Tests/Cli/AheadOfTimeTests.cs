using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

/// <summary>The program compiled ahead of time, warnings of its compiler being errors, does what the ordinary one does.</summary>
public sealed class AheadOfTimeTests(AheadOfTimeTests.Published published) : IClassFixture<AheadOfTimeTests.Published>
{
    public static TheoryData<string> CommandLines =>
    [
        "sheet examples/handwritten.yaml --output -",
        "sheet examples/handwritten-fa.yaml --to html --output -",
        "sheet examples/mazur.yaml --to markdown --output -",
        "sheet examples/recurrent.yaml --to text --output -",
        "sheet examples/matrix.yaml --output -",
        "derive examples/softmax.yaml w_{11}^{(1)} --detail full",
        "check examples/handwritten.md --network examples/handwritten.yaml --verbose --color always",
        "check examples/handwritten.md --network examples/handwritten.yaml --format json",
        "draw examples/handwritten.yaml b_1^{(1)} --output -",
        "activations",
        "sheet --help",
        "shet",
        "sheet examples/absent.yaml",
    ];

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task It_says_the_same_as_the_ordinary_program(string line)
    {
        var arguments = line.Split(' ');
        var program = await published.FindAsync();
        var ordinary = await ToolRun.StartAsync(RequiredTool.Find("dotnet"), arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "backprop.dll")), Repository.Root);
        var compiled = await ToolRun.StartAsync(program, arguments, Repository.Root);

        Assert.Equal((ordinary.ExitCode, ordinary.Output, ordinary.Error), (compiled.ExitCode, compiled.Output, compiled.Error));
        Assert.NotEqual("", compiled.Output + compiled.Error);
    }

    /// <summary>The program, published once for all tests, by the first of them.</summary>
    public sealed class Published : IDisposable
    {
        private readonly TemporaryFolder folder = new();
        private readonly Lazy<Task<string>> program;

        public Published() => program = new Lazy<Task<string>>(PublishAsync);

        public Task<string> FindAsync() => program.Value;

        public void Dispose() => folder.Dispose();

        private async Task<string> PublishAsync()
        {
            Assert.SkipUnless(OperatingSystem.IsLinux(), "It is published on Linux alone.");
            var dotnet = RequiredTool.Find("dotnet");

            // The compiler links with clang unless it is told otherwise.
            string[] linker = RequiredTool.Locate("clang", Environment.GetEnvironmentVariable("PATH")) is null ? [$"-p:CppCompilerAndLinker={RequiredTool.Find("gcc")}"] : [];
            var run = await ToolRun.StartAsync(
                dotnet,
                ["publish", Repository.PathOf("src/SymbolicBackprop.Cli"), "--use-current-runtime", "-p:PublishAot=true", .. linker, "--artifacts-path", folder.FullPath, "--output", folder.PathOf("out")],
                Repository.Root,
                timeout: TimeSpan.FromMinutes(5));
            Assert.True(run.ExitCode == 0, run.Output + run.Error);
            return folder.PathOf("out/backprop");
        }
    }
}
