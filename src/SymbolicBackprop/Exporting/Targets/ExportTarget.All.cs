using System.Collections.Immutable;

namespace SymbolicBackprop.Exporting;

/// <content>The systems: each is one file, and here is their list.</content>
public sealed partial class ExportTarget
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ExportTarget> All => [SymPy, Mathematica, Maxima, AngouriMath, CSharp, NumPy, Julia];
}
