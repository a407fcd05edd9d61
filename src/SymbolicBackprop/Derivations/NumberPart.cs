namespace SymbolicBackprop.Derivations;

/// <summary>A part of what a sheet works with numbers.</summary>
public enum NumberPart
{
    /// <summary>What the network computes.</summary>
    Forward,

    /// <summary>The error signals.</summary>
    Backward,

    /// <summary>The derivatives that are asked for.</summary>
    Derivatives,

    /// <summary>One step of gradient descent.</summary>
    Update,

    /// <summary>Many steps, as a table.</summary>
    Training,
}

/// <summary>A column of a table of numbers.</summary>
public enum NumberColumn
{
    /// <summary>The parameter that a row is about.</summary>
    Parameter,

    /// <summary>Its value before the step.</summary>
    Old,

    /// <summary>The derivative of the loss by it.</summary>
    Derivative,

    /// <summary>Its value after the step.</summary>
    New,

    /// <summary>How many steps have been made.</summary>
    Epoch,
}
