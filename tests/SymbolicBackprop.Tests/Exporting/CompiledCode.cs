using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SymbolicBackprop.Tests.Exporting;

/// <summary>C# source as an assembly.</summary>
internal static class CompiledCode
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Collections.dll" or "System.Linq.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles files together; a mistake in them fails the test.</summary>
    public static byte[] Of(params IEnumerable<string> files)
    {
        var compilation = CSharpCompilation.Create(
            "Exported",
            files.Select(file => CSharpSyntaxTree.ParseText(file)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Take(5)));
        return bytes.ToArray();
    }
}
