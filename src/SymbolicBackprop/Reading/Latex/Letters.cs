using System.Collections.Frozen;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>Commands that are letters, and those that dress a letter up.</summary>
internal static class Letters
{
    private static readonly FrozenSet<string> Greek = FrozenSet.Create(
        StringComparer.Ordinal,
        @"\alpha", @"\beta", @"\gamma", @"\delta", @"\epsilon", @"\varepsilon", @"\zeta", @"\eta", @"\theta", @"\vartheta", @"\iota",
        @"\kappa", @"\lambda", @"\mu", @"\nu", @"\xi", @"\pi", @"\rho", @"\varrho", @"\sigma", @"\varsigma", @"\tau", @"\upsilon",
        @"\phi", @"\varphi", @"\chi", @"\psi", @"\omega",
        @"\Gamma", @"\Delta", @"\Theta", @"\Lambda", @"\Xi", @"\Pi", @"\Sigma", @"\Upsilon", @"\Phi", @"\Psi", @"\Omega", @"\ell");

    // From each spelling to one.
    private static readonly FrozenDictionary<string, string> Dresses = new Dictionary<string, string>
    {
        [@"\hat"] = @"\hat",
        [@"\widehat"] = @"\hat",
        [@"\bar"] = @"\bar",
        [@"\overline"] = @"\bar",
        [@"\tilde"] = @"\tilde",
        [@"\widetilde"] = @"\tilde",
        [@"\vec"] = @"\vec",
        [@"\dot"] = @"\dot",
        [@"\mathbf"] = @"\mathbf",
        [@"\boldsymbol"] = @"\mathbf",
        [@"\bm"] = @"\mathbf",
        [@"\mathcal"] = @"\mathcal",
        [@"\mathscr"] = @"\mathcal",
        [@"\mathbb"] = @"\mathbb",
        [@"\mathfrak"] = @"\mathfrak",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The letter of a prediction, ŷ.</summary>
    public const string Prediction = @"\hat{y}";

    /// <summary>Whether a command is a letter by itself.</summary>
    public static bool IsLetter(string command) => Greek.Contains(command);

    /// <summary>Whether a command dresses a letter up, and its one spelling.</summary>
    public static bool IsDress(string command, out string spelling)
    {
        var found = Dresses.TryGetValue(command, out var known);
        spelling = known ?? "";
        return found;
    }
}
