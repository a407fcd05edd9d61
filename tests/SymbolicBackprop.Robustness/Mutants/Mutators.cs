using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SymbolicBackprop.Robustness.Mutants;

/// <summary>The changes that are made: those of Stryker's standard level, and besides them whole numbers and what is returned.</summary>
internal static class Mutators
{
    // Each with what takes its place.
    private static readonly Dictionary<string, string[]> Operators =
        ("+ -, - +, * /, / *, % *, & |, | &, ^ &, << >>, >> <<, >>> <<, < <= >=, <= < >, > >= <=, >= > <, == !=, != ==, && ||, || &&, and or, or and, ++ --, -- ++, "
            + "+= -=, -= +=, *= /=, /= *=, %= *=, &= |=, |= &=, ^= &=, <<= >>=, >>= <<=, ??= =")
        .Split(", ").Select(words => words.Split(' ')).ToDictionary(words => words[0], words => words[1..]);

    private static readonly Dictionary<string, string> Methods = Pairs(
        ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("Any", "All"), ("Min", "Max"), ("MinBy", "MaxBy"), ("Take", "Skip"), ("TakeWhile", "SkipWhile"),
        ("Order", "OrderDescending"), ("OrderBy", "OrderByDescending"), ("ThenBy", "ThenByDescending"), ("Union", "Intersect"), ("UnionWith", "IntersectWith"),
        ("Concat", "Except"), ("StartsWith", "EndsWith"), ("Floor", "Ceiling"), ("Append", "Prepend"), ("IndexOf", "LastIndexOf"));

    public static IEnumerable<Mutant> Of(string file, SyntaxTree tree)
    {
        var text = tree.GetText();
        return tree.GetRoot().DescendantNodes(node => node is not AttributeListSyntax).SelectMany(Changes)
            .Select(change => Mutant.Of(file, text, change.Span, change.Replacement, change.Kind));
    }

    private static IEnumerable<(TextSpan Span, string Replacement, string Kind)> Changes(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } binary =>
            [(binary.Span, $"{binary.Left}!", "coalescing"), (binary.Span, $"({binary.Right})", "coalescing")],
        BinaryExpressionSyntax binary => Swap(binary.OperatorToken, "operator"),
        BinaryPatternSyntax pattern => Swap(pattern.OperatorToken, "pattern"),
        RelationalPatternSyntax pattern => Swap(pattern.OperatorToken, "pattern"),
        UnaryPatternSyntax pattern => [(pattern.OperatorToken.FullSpan, "", "pattern")],
        AssignmentExpressionSyntax assignment => Swap(assignment.OperatorToken, "assignment"),
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "-" or "!" or "~" } unary => [(unary.OperatorToken.Span, "", "operator")],
        PrefixUnaryExpressionSyntax unary => Swap(unary.OperatorToken, "operator"),
        PostfixUnaryExpressionSyntax unary => Swap(unary.OperatorToken, "operator"),
        LiteralExpressionSyntax literal => Literal(literal),
        InterpolatedStringExpressionSyntax { Contents.Count: > 0 } text => [(text.Span, "\"\"", "text")],
        IfStatementSyntax statement => Negation(statement.Condition),
        WhileStatementSyntax statement => Negation(statement.Condition),
        ConditionalExpressionSyntax conditional => Negation(conditional.Condition),
        WhenClauseSyntax clause => Negation(clause.Condition),
        ExpressionStatementSyntax statement => [(statement.Span, ";", "statement")],
        YieldStatementSyntax { Expression: not null } statement => [(statement.Span, ";", "statement")],
        ReturnStatementSyntax { Expression: { } value } when !value.IsKind(SyntaxKind.TrueLiteralExpression) && !value.IsKind(SyntaxKind.FalseLiteralExpression) =>
            [(value.Span, "default!", "return")],
        CollectionExpressionSyntax { Elements.Count: > 0 } collection => [(collection.Span, "[]", "collection")],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => Call(call, access),
        _ => [],
    };

    private static IEnumerable<(TextSpan, string, string)> Swap(SyntaxToken token, string kind) =>
        Operators.GetValueOrDefault(token.Text, []).Select(other => (token.Span, other, kind));

    private static IEnumerable<(TextSpan, string, string)> Literal(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        true => [(literal.Span, "false", "truth")],
        false => [(literal.Span, "true", "truth")],
        "" => [(literal.Span, "\"mutant\"", "text")],
        string => [(literal.Span, "\"\"", "text")],
        int number => [(literal.Span, FormattableString.Invariant($"{number + 1L}"), "number")],
        _ => [],
    };

    // A comparison has its own opposites.
    private static IEnumerable<(TextSpan, string, string)> Negation(ExpressionSyntax condition) =>
        condition is PrefixUnaryExpressionSyntax || (condition is BinaryExpressionSyntax binary && !binary.IsKind(SyntaxKind.LogicalAndExpression) && !binary.IsKind(SyntaxKind.LogicalOrExpression))
            ? []
            : [(condition.Span, $"!({condition})", "condition")];

    private static IEnumerable<(TextSpan, string, string)> Call(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access)
    {
        var name = access.Name.Identifier;
        return name.Text is "Distinct" or "Reverse" && call.ArgumentList.Arguments.Count == 0
            ? [(call.Span, access.Expression.ToString(), "method")]
            : Methods.TryGetValue(name.Text, out var other) ? [(name.Span, other, "method")] : [];
    }

    private static Dictionary<string, string> Pairs(params (string One, string Other)[] pairs) =>
        pairs.SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) }).ToDictionary(pair => pair.One, pair => pair.Other);
}
