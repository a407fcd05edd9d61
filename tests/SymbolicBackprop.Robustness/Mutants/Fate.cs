namespace SymbolicBackprop.Robustness.Mutants;

/// <summary>What became of a mutant.</summary>
internal enum Fate
{
    /// <summary>A test failed, or the process did.</summary>
    Killed,

    /// <summary>The tests did not come to an end.</summary>
    TimedOut,

    /// <summary>No test noticed.</summary>
    Survived,

    /// <summary>It is no program.</summary>
    DoesNotCompile,
}
