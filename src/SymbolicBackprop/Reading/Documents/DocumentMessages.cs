namespace SymbolicBackprop.Reading.Documents;

/// <summary>What can be wrong with a document apart from its formulas.</summary>
internal static class DocumentMessages
{
    public static Finding NotClosed(TextSpan span, string opening, string closing) =>
        new(FindingKind.Error, span, $"{opening} that is not closed", $"expected {closing} before the next empty line");

    public static Finding EnvironmentNotClosed(TextSpan span, string name) =>
        new(FindingKind.Error, span, $@"\begin{{{name}}} that is not closed", $@"expected \end{{{name}}}");
}
