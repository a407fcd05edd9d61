using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>Writes instructions for selected nodes into one array.</summary>
/// <param name="selection">What is computed.</param>
/// <param name="layout">Where it is.</param>
internal sealed class CodeWriter(Selection selection, RegisterLayout layout)
{
    // Shorter sums are added up in the order of their terms; from here on a run of products is worth an instruction of its own.
    private const int ShortestRun = 8;

    private readonly ProductRuns products = new(selection, layout.Registers);
    private readonly int[] registers = layout.Registers;
    private readonly int one = layout.ConstantOf(1);

    /// <summary>What has been written.</summary>
    public Instructions Written { get; } = new();

    /// <summary>Writes all computations of a schedule.</summary>
    public void Write(Schedule schedule)
    {
        for (var level = 0; level < schedule.LevelCount; level++)
        {
            Write(schedule.Level(level));
        }
    }

    /// <summary>Writes a copy of a register.</summary>
    public void Copy(int from, int to) => Written.Multiply(to, from, one);

    /// <summary>Writes the adding up of some nodes over the samples.</summary>
    public void WriteTotals(ReadOnlySpan<int> positions)
    {
        var next = 0;
        foreach (var run in Run.Of(TermsOf(positions)))
        {
            Written.Add(Operation.Total, run with { To = next, ToStep = 1 });
            next += run.Length;
        }
    }

    private void Write(ReadOnlySpan<int> positions)
    {
        for (var i = 0; i < positions.Length;)
        {
            var length = products.LengthAt(positions[i..]);
            if (length > 0)
            {
                products.Write(positions.Slice(i, length), Written);
                i += length;
            }
            else
            {
                Write(positions[i++]);
            }
        }
    }

    private (int Left, int Right)[] TermsOf(ReadOnlySpan<int> positions)
    {
        var terms = new (int Left, int Right)[positions.Length];
        for (var k = 0; k < terms.Length; k++)
        {
            terms[k] = TermOf(positions[k]);
        }

        return terms;
    }

    // The registers of the two factors of a term; of what is no product, itself and 1.
    private (int Left, int Right) TermOf(int position) => selection.IsTerm(position)
        ? (registers[selection.OperandsOf(position)[0]], registers[selection.OperandsOf(position)[1]])
        : (registers[position], one);

    private void Write(int position)
    {
        var to = registers[position];
        var operands = selection.OperandsOf(position);
        switch (selection.KindOf(position))
        {
            case ExprKind.Sum:
                WriteSum(to, operands);
                break;
            case ExprKind.Product:
                Written.Multiply(to, registers[operands[0]], registers[operands[1]]);
                foreach (var factor in operands[2..])
                {
                    Written.Multiply(to, to, registers[factor]);
                }

                break;
            case ExprKind.Power:
                WritePower(to, registers[operands[0]], selection.ExponentOf(position));
                break;
            case ExprKind.Function:
                var function = Written.IndexOf(selection.FunctionOf(position));
                if (operands.Length == 1)
                {
                    Written.Add(Operation.Apply, to, function, registers[operands[0]]);
                }
                else
                {
                    Written.Add(Operation.ApplyToMany, [to, function, operands.Length, .. RegistersOf(operands)]);
                }

                break;
            default:
                throw new InvalidOperationException($"A {selection.KindOf(position)} is not computed.");
        }
    }

    // As Powers.Value works them out.
    private void WritePower(int to, int radix, Rational exponent)
    {
        if (!Powers.IsProduct(exponent, out var factors))
        {
            Written.Add(Operation.Power, to, radix, layout.ConstantOf(exponent));
            return;
        }

        var product = radix;
        for (var k = 1; k < factors; k++)
        {
            Written.Multiply(to, product, radix);
            product = to;
        }

        if (exponent.Sign < 0)
        {
            Written.Add(Operation.Reciprocal, to, product);
        }
    }

    private void WriteSum(int to, ReadOnlySpan<int> terms)
    {
        var pairs = TermsOf(terms);
        var runs = Run.Of(pairs);
        if (runs.TrueForAll(run => run.Length < ShortestRun))
        {
            Written.Add(Operation.Sum, [to, pairs.Length, .. pairs.SelectMany(pair => new[] { pair.Left, pair.Right })]);
            return;
        }

        Written.Add(Operation.SumOfRuns, [to, runs.Count, .. runs.SelectMany(run => new[] { run.Length, run.Left, run.LeftStep, run.Right, run.RightStep })]);
    }

    private int[] RegistersOf(ReadOnlySpan<int> positions)
    {
        var found = new int[positions.Length];
        for (var k = 0; k < found.Length; k++)
        {
            found[k] = registers[positions[k]];
        }

        return found;
    }
}
