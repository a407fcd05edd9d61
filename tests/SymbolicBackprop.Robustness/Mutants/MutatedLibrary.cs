using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SymbolicBackprop.Robustness.Mutants;

/// <summary>The library as its project compiles it, and with one change.</summary>
internal sealed class MutatedLibrary
{
    private readonly string folder;
    private readonly CSharpCompilation compilation;
    private readonly IReadOnlyList<ResourceDescription> resources;

    private MutatedLibrary(string folder, CSharpCompilation compilation, IReadOnlyList<ResourceDescription> resources)
    {
        this.folder = folder;
        this.compilation = compilation;
        this.resources = resources;
    }

    public static MutatedLibrary Of(string project)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(project))!;
        var arguments = CSharpCommandLineParser.Default.Parse(Arguments(project), folder, sdkDirectory: null);
        var trees = arguments.SourceFiles.Select(file =>
        {
            using var stream = File.OpenRead(file.Path);
            return CSharpSyntaxTree.ParseText(SourceText.From(stream), arguments.ParseOptions, file.Path);
        });
        // A mutant may leave something unused.
        var options = arguments.CompilationOptions.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress).WithSpecificDiagnosticOptions([]);
        var bare = CSharpCompilation.Create(
            arguments.CompilationName, trees, arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(Path.Combine(folder, reference.Reference))), options);
        var generators = arguments.AnalyzerReferences
            .SelectMany(analyzer => new AnalyzerFileReference(Path.GetFullPath(analyzer.FilePath, folder), new Loader()).GetGenerators(LanguageNames.CSharp));
        CSharpGeneratorDriver.Create(generators, parseOptions: arguments.ParseOptions).RunGeneratorsAndUpdateCompilation(bare, out var whole, out _);
        return new MutatedLibrary(folder, (CSharpCompilation)whole, [.. arguments.ManifestResources]);
    }

    /// <summary>All mutants of some folders, in the order of their places.</summary>
    public IEnumerable<Mutant> Mutants(IReadOnlyList<string> folders) => compilation.SyntaxTrees
        .Select(tree => (Tree: tree, File: Path.GetRelativePath(folder, tree.FilePath).Replace('\\', '/')))
        .Where(each => folders.Any(name => each.File.StartsWith($"{name}/", StringComparison.Ordinal)))
        .OrderBy(each => each.File, StringComparer.Ordinal)
        .SelectMany(each => Mutators.Of(each.File, each.Tree));

    /// <summary>Compiles it with one change, or without; says whether that compiles.</summary>
    public bool Emit(Mutant? mutant, string output)
    {
        var changed = compilation;
        if (mutant is not null)
        {
            var tree = compilation.SyntaxTrees.Single(each => each.FilePath == Path.Combine(folder, mutant.File));
            var text = tree.GetText().WithChanges(new TextChange(mutant.Span, mutant.Replacement));
            changed = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
        }

        using var image = new MemoryStream();
        if (!changed.Emit(image, manifestResources: resources).Success)
        {
            return false;
        }

        File.WriteAllBytes(output, image.ToArray());
        return true;
    }

    /// <summary>What the build hands to the compiler.</summary>
    private static IEnumerable<string> Arguments(string project)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            "msbuild", project, "-t:PrepareResources;Compile", "-getItem:CscCommandLineArgs", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true",
            // A file that is never there makes it look out of date.
            "-p:NonExistentFile=none", "-p:DesignTimeBuild=true",
        })
        {
            start.ArgumentList.Add(argument);
        }

        using var build = Process.Start(start)!;
        using var answer = JsonDocument.Parse(build.StandardOutput.ReadToEnd());
        return [.. answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
