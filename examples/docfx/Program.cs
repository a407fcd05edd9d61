using System.Collections.Concurrent;
using Docfx;
using Docfx.MarkdigEngine.Extensions;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Markdig;
using SymbolicBackprop.Writing.Html;

// Builds the site of the folder that is named, or of the current one; the exit code is 1 where a page has a mistake.
var folder = Path.GetFullPath(args is [var named] ? named : ".");
var findings = new ConcurrentBag<Diagnostic>();
var options = new BackpropOptions
{
    Mathematics = HtmlMathematics.Tex, // docfx's pages bring MathJax
    Page = () => InclusionContext.File?.ToString()?.TrimStart('~', '/'),
    Folder = folder,
    Root = folder,
    Report = findings.Add,
};
await Docset.Build(Path.Combine(folder, "docfx.json"), new BuildOptions { ConfigureMarkdig = pipeline => pipeline.UseBackprop(options) });

// docfx reads some pages more than once.
foreach (var finding in findings.Select(finding => finding.Render()).Distinct().Order(StringComparer.Ordinal))
{
    Console.Error.WriteLine(finding);
}

return findings.Any(finding => finding.Severity == Severity.Error) ? 1 : 0;
