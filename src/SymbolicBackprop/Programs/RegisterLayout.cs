using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>Which register holds what is given, constants and what is computed.</summary>
/// <param name="selection">What is computed.</param>
internal sealed class RegisterLayout(Selection selection)
{
    private readonly Dictionary<Rational, int> constantRegisters = [];
    private readonly List<double> constants = [];

    /// <summary>The register of each position that has one.</summary>
    public int[] Registers { get; } = new int[selection.Nodes.Count];

    /// <summary>The values of the constants.</summary>
    public double[] Constants => [.. constants];

    /// <summary>The register of a constant.</summary>
    public int ConstantOf(Rational value) => constantRegisters[value];

    /// <summary>Places what is given.</summary>
    /// <param name="inputs">Nodes that are given.</param>
    /// <param name="first">The register of the first.</param>
    /// <param name="step">From one to the next.</param>
    public void PlaceInputs(ReadOnlySpan<Expr> inputs, int first, int step = 1)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if (selection.Nodes.Contains(inputs[i].Id))
            {
                Registers[selection.Nodes.IndexOf(inputs[i].Id)] = first + (i * step);
            }
        }
    }

    /// <summary>Places numbers, exponents, and 1, by which sums multiply what is no product.</summary>
    public void PlaceConstants(int first, int step = 1)
    {
        Constant(Rational.One);
        for (var i = 0; i < Registers.Length; i++)
        {
            if (selection.Needs(i) && selection.KindOf(i) == ExprKind.Number)
            {
                Registers[i] = Constant(selection.Graph.NumberOf(selection.Nodes.Ids[i]));
            }
            else if (selection.Needs(i) && selection.KindOf(i) == ExprKind.Power)
            {
                Constant(selection.ExponentOf(i));
            }
        }

        int Constant(Rational value)
        {
            if (!constantRegisters.TryGetValue(value, out var register))
            {
                register = first + (constants.Count * step);
                constantRegisters.Add(value, register);
                constants.Add((double)value);
            }

            return register;
        }
    }

    /// <summary>Places what is computed in its order, but for the roots, which come last in an order of their own.</summary>
    /// <param name="order">The positions of what is computed.</param>
    /// <param name="first">The first free register.</param>
    /// <returns>The register of the first root.</returns>
    public int PlaceComputed(ReadOnlySpan<int> order, int first)
    {
        var rootOf = new int[Registers.Length]; // counted from 1
        for (var i = selection.Roots.Length - 1; i >= 0; i--)
        {
            rootOf[selection.Roots[i]] = i + 1;
        }

        var next = first;
        foreach (var position in order)
        {
            if (rootOf[position] == 0)
            {
                Registers[position] = next++;
            }
        }

        foreach (var position in order)
        {
            if (rootOf[position] > 0)
            {
                Registers[position] = next + rootOf[position] - 1;
            }
        }

        return next;
    }
}
