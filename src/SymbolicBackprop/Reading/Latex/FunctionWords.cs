using System.Collections.Frozen;
using System.Collections.Immutable;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>The names of functions, as commands and as words.</summary>
internal static class FunctionWords
{
    // Names in use that are not those of the engine.
    private static readonly (string Spelling, string Name)[] Others =
    [
        (@"\log", "ln"),
        ("log", "ln"),
        ("logistic", "sigmoid"),
        ("sigm", "sigmoid"),
    ];

    private static readonly Lazy<ImmutableArray<(ImmutableArray<Token> Spelling, string Name)>> All = new(() =>
    [
        .. FunctionNames.All.Select(function => (Cut(function.Latex), function.Name)),
        .. FunctionNames.All.Select(function => (Cut($@"\operatorname{{{function.Name}}}"), function.Name)),
        .. VectorActivation.All.Select(function => (Cut($@"\operatorname{{{function.Name}}}"), function.Name)),
        .. Others.Select(pair => (Cut(pair.Spelling.StartsWith('\\') ? pair.Spelling : $@"\operatorname{{{pair.Spelling}}}"), pair.Name)),
    ]);

    private static readonly Lazy<FrozenDictionary<string, string>> Commands = new(() => Single(TokenKind.Command, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, string>> Words = new(() => Single(TokenKind.Word, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<ImmutableArray<(ImmutableArray<Token> Spelling, string Name)>> CompoundNames =
        new(() => [.. All.Value.Where(function => function.Spelling.Length > 1)]);

    /// <summary>The names that are spelled with more than one token, such as \operatorname{GELU}_{\tanh}.</summary>
    public static ImmutableArray<(ImmutableArray<Token> Spelling, string Name)> Compounds => CompoundNames.Value;

    /// <summary>The name of the function that a command or a word stands for, or null. Words may be written in capitals: ReLU.</summary>
    public static string? Find(string spelling) => (spelling.StartsWith('\\') ? Commands : Words).Value.GetValueOrDefault(spelling);

    /// <summary>Whether a name is that of a number such as π: a function of nothing.</summary>
    public static bool IsNumber(string name) => FunctionNames.Find(name) is { Arity: 0 };

    private static ImmutableArray<Token> Cut(string latex) => [.. Lexer.Cut(latex, new TextSpan(0, latex.Length)).SkipLast(1)];

    // Where two functions are spelled alike, the first is meant: the sine, not the activation that is one.
    private static FrozenDictionary<string, string> Single(TokenKind kind, StringComparer comparer)
    {
        var names = new Dictionary<string, string>(comparer);
        foreach (var (spelling, name) in All.Value)
        {
            if (spelling is [var token] && token.Kind == kind)
            {
                names.TryAdd(token.Text, name);
            }
        }

        return names.ToFrozenDictionary(comparer);
    }
}
