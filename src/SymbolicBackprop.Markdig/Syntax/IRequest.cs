using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Embedding;

namespace SymbolicBackprop.Markdig.Syntax;

/// <summary>A node of a page that asks for something.</summary>
internal interface IRequest
{
    /// <summary>Where it begins in the page.</summary>
    int Start { get; }

    /// <summary>Whether it stands in a line of text.</summary>
    bool IsInText { get; }

    /// <summary>What is shown in its place, once it is answered.</summary>
    string Html { get; set; }

    /// <summary>What it asks for.</summary>
    /// <param name="page">The page.</param>
    Request In(SourceText page);
}
