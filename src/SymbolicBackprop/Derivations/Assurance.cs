namespace SymbolicBackprop.Derivations;

/// <summary>How sure an equation is.</summary>
public enum Assurance
{
    /// <summary>It claims nothing, or its mark is switched off.</summary>
    None,

    /// <summary>All its equalities are proved.</summary>
    Proved,

    /// <summary>At least one of its equalities is only tested numerically.</summary>
    Tested,
}
