using System.Collections.Frozen;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>Reads what a command begins.</summary>
/// <param name="parser">The parser, behind the command.</param>
/// <param name="command">The command.</param>
internal delegate Formula? ReadConstruct(LatexParser parser, Token command);

/// <summary>The commands that begin something of their own. Each is read in a file of its own.</summary>
internal static class Construct
{
    private static readonly FrozenDictionary<string, ReadConstruct> All = new Dictionary<string, ReadConstruct>
    {
        [@"\frac"] = Fractions.Read,
        [@"\dfrac"] = Fractions.Read,
        [@"\tfrac"] = Fractions.Read,
        [@"\cfrac"] = Fractions.Read,
        [@"\partial"] = Differentials.Read,
        [@"\nabla"] = Nablas.Read,
        [@"\sqrt"] = Roots.Read,
        [@"\sum"] = Summations.Read,
        [@"\underbrace"] = Underbraces.Read,
        [@"\overbrace"] = Underbraces.Read,
        [@"\boxed"] = Boxes.Read,
        [@"\textcolor"] = Boxes.ReadColoured,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What reads a command's construct, or null where the command begins none.</summary>
    public static ReadConstruct? Find(string command) => All.GetValueOrDefault(command);
}
