using SymbolicBackprop.Derivations;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Sheets;

/// <summary>Counts how the equalities of a sheet were shown.</summary>
internal sealed class Audit
{
    /// <summary>How many equalities were proved.</summary>
    public int Proved { get; private set; }

    /// <summary>How many were only tested.</summary>
    public int Tested { get; private set; }

    /// <summary>Counts the verdicts of one equation and sums them up.</summary>
    public Assurance Add(IReadOnlyList<Verdict> verdicts)
    {
        var tested = verdicts.Count(verdict => verdict is Verdict.Tested);
        Tested += tested;
        Proved += verdicts.Count - tested;
        return verdicts.Count == 0 ? Assurance.None : tested > 0 ? Assurance.Tested : Assurance.Proved;
    }
}
