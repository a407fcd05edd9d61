using System.Reflection;

namespace SymbolicBackprop.Tests;

/// <summary>The sources these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The full path of the repository's root, written into the assembly by the build.</summary>
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The folder that packages are restored into on this machine.</summary>
    public static string PackageFolder { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The full path of a file or folder given from the root, such as <c>examples/tanh.yaml</c>.</summary>
    public static string PathOf(string relativePath) => Path.Combine(Root, relativePath);
}
