namespace SymbolicBackprop.Derivations;

/// <summary>How much of a derivation is told.</summary>
public enum Detail
{
    /// <summary>The question and its result; where paths are too many to be put in, the recursion that gives it.</summary>
    Result,

    /// <summary>The definitions, the chain rule, the error signals and the paths, and the result.</summary>
    Steps,

    /// <summary>
    /// Also every factor of the chain by itself, with the rule that gives it, and how the derivatives of the activation functions are found.
    /// </summary>
    Full,
}
