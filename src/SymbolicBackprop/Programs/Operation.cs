namespace SymbolicBackprop.Programs;

/// <summary>
/// What an instruction does. Its operands follow it in the code, as numbers of registers. Where an instruction stands for many, each
/// register is followed by the step from one to the next.
/// </summary>
internal enum Operation
{
    /// <summary>destination, left, right.</summary>
    Multiply,

    /// <summary>count, then destination, left and right with their steps.</summary>
    MultiplyRun,

    /// <summary>destination, argument: one divided by it.</summary>
    Reciprocal,

    /// <summary>destination, argument, exponent, which is the register of a constant.</summary>
    Power,

    /// <summary>destination, count, then left and right of each of so many products, which are added up in order.</summary>
    Sum,

    /// <summary>destination, count, then of each run of products its length, and left and right with their steps.</summary>
    SumOfRuns,

    /// <summary>destination, function, argument.</summary>
    Apply,

    /// <summary>destination, function, count, then the arguments.</summary>
    ApplyToMany,

    /// <summary>count, then total, left and right with their steps: adds the sum of the products over all samples to the total.</summary>
    Total,
}
