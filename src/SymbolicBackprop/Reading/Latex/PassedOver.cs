using System.Collections.Frozen;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>Commands that say nothing about the mathematics.</summary>
internal static class PassedOver
{
    /// <summary>Commands without an argument.</summary>
    public static FrozenSet<string> Alone { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        @"\,", @"\;", @"\:", @"\!", @"\>", @"\ ", @"\/", @"\thinspace", @"\medspace", @"\thickspace", @"\negthinspace", @"\enspace",
        @"\displaystyle", @"\textstyle", @"\scriptstyle", @"\limits", @"\nolimits",
        @"\nonumber", @"\notag", @"\allowbreak", @"\nobreak", @"\strut", @"\mathstrut", @"\null", @"\relax", @"\noindent", @"\centering",
        @"\proved", @"\tested", @"\checkmark", @"\qed", @"\square", @"\blacksquare"); // marks of what is shown, those of our own sheets first

    /// <summary>Commands with an argument that goes with them.</summary>
    public static FrozenSet<string> WithArgument { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        @"\label", @"\tag", @"\tag*", @"\vspace", @"\phantom", @"\hphantom", @"\vphantom", @"\color",
        @"\intertext", @"\shortintertext");

    /// <summary>Commands that set their first argument over their second; a remark over a relation goes with them.</summary>
    public static FrozenSet<string> SettingOver { get; } = FrozenSet.Create(StringComparer.Ordinal, @"\overset", @"\stackrel");

    /// <summary>Commands that set their argument upright, as a word.</summary>
    public static FrozenSet<string> SettingWords { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        @"\text", @"\textrm", @"\textnormal", @"\textit", @"\textbf", @"\mbox", @"\mathrm", @"\mathit", @"\mathsf", @"\operatorname", @"\operatorname*");

    /// <summary>Environments that only lay formulas out in rows, by their names without a star.</summary>
    public static FrozenSet<string> LayoutEnvironments { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "equation", "align", "alignat", "flalign", "gather", "multline", "eqnarray", "displaymath", "math",
        "aligned", "alignedat", "gathered", "split");

    /// <summary>Those of them that take the number of their columns as an argument.</summary>
    public static bool TakesColumns(string environment) => environment is "alignat" or "alignedat";
}
