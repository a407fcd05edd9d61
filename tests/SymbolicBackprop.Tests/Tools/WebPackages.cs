namespace SymbolicBackprop.Tests.Tools;

/// <summary>The packages that <c>npm ci</c> restores into <c>tests/web</c>.</summary>
internal static class WebPackages
{
    /// <summary>The folder with the packages and the scripts that use them. Without packages the running test is skipped.</summary>
    public static string Folder()
    {
        var folder = Repository.PathOf("tests/web");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            RequiredTool.Missing("tests/web has no node_modules; 'npm ci' in that folder restores them.");
        }

        return folder;
    }
}
