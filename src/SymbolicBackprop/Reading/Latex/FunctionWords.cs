using System.Collections.Frozen;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>The names of functions, as commands and as words.</summary>
internal static class FunctionWords
{
    private const string Sigmoid = "sigmoid";

    // Names in use that are not those of the engine.
    private static readonly (string Spelling, string Name)[] Others =
    [
        (@"\log", "ln"),
        ("log", "ln"),
        ("logistic", Sigmoid),
        ("sigm", Sigmoid),
        (@"\tanh", "tanh"),
        (@"\sigma", Sigmoid),
    ];

    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(() =>
    {
        var names = Others.ToDictionary(pair => pair.Spelling, pair => pair.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var function in FunctionNames.All)
        {
            names[function.Name] = function.Name;
            foreach (var token in Lexer.Cut(function.Latex, new TextSpan(0, function.Latex.Length)))
            {
                if (token.Kind is TokenKind.Command or TokenKind.Word && token.Span.Length == function.Latex.Length)
                {
                    names[token.Text] = function.Name;
                }
            }
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>The letters that activation functions of layers go by: f_2, g^{[2]}, \sigma^{(2)} are one function.</summary>
    public static bool IsLayerLetter(string letter) => letter is FunctionSymbol.LayerFunction or "g" or @"\phi" or @"\varphi" or @"\sigma";

    /// <summary>The name of the function that a command or a word stands for, or null. Words may be written in capitals: ReLU.</summary>
    public static string? Find(string spelling) => Names.Value.TryGetValue(spelling, out var name)
        && (!spelling.StartsWith('\\') || spelling == spelling.ToLowerInvariant())
        ? name
        : null;

    /// <summary>Whether a name is that of a number such as π: a function of nothing.</summary>
    public static bool IsNumber(string name) => FunctionNames.Find(name) is { Arity: 0 };
}
