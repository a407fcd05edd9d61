using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>Writes instructions for selected nodes into one array.</summary>
/// <param name="selection">What is computed.</param>
/// <param name="layout">Where it is.</param>
internal sealed class CodeWriter(Selection selection, RegisterLayout layout)
{
    // Shorter sums are added up in the order of their terms; from here on a run of products is worth an instruction of its own.
    private const int ShortestRun = 8;

    // Fewer products are faster one by one.
    private const int ShortestRunOfProducts = 4;

    private readonly List<int> code = [];
    private readonly List<Function> functions = [];
    private readonly Dictionary<Function, int> functionIndices = [];
    private readonly int[] registers = layout.Registers;
    private readonly int one = layout.ConstantOf(1);

    /// <summary>What has been written.</summary>
    public int[] Code => [.. code];

    /// <summary>The functions that are applied, by the numbers that the code has for them.</summary>
    public Function[] Functions => [.. functions];

    /// <summary>How many instructions have been written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes all computations of a schedule.</summary>
    public void Write(Schedule schedule)
    {
        for (var level = 0; level < schedule.LevelCount; level++)
        {
            Write(schedule.Level(level));
        }
    }

    /// <summary>Writes a copy of a register.</summary>
    public void Copy(int from, int to) => Multiply(to, from, one);

    /// <summary>Writes the adding up of some nodes over the samples.</summary>
    public void WriteTotals(ReadOnlySpan<int> positions)
    {
        var next = 0;
        foreach (var run in Run.Of(TermsOf(positions)))
        {
            WriteRun(Operation.Total, run with { To = next, ToStep = 1 });
            next += run.Length;
        }
    }

    private void Write(ReadOnlySpan<int> positions)
    {
        for (var i = 0; i < positions.Length;)
        {
            var length = RunFrom(positions[i..]);
            if (length >= ShortestRunOfProducts)
            {
                WriteProducts(positions[i], positions[i + 1], length);
                i += length;
            }
            else
            {
                Write(positions[i++]);
            }
        }
    }

    private void WriteRun(Operation operation, Run run) =>
        Add(operation, [run.Length, run.To, run.ToStep, run.Left, run.LeftStep, run.Right, run.RightStep]);

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

    private void Add(Operation operation, params ReadOnlySpan<int> operands)
    {
        Count++;
        code.Add((int)operation);
        code.AddRange(operands);
    }

    private void Multiply(int to, int left, int right) => Add(Operation.Multiply, to, left, right);

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
                Multiply(to, registers[operands[0]], registers[operands[1]]);
                foreach (var factor in operands[2..])
                {
                    Multiply(to, to, registers[factor]);
                }

                break;
            case ExprKind.Power:
                WritePower(to, registers[operands[0]], selection.ExponentOf(position));
                break;
            case ExprKind.Function:
                var function = IndexOf(selection.FunctionOf(position));
                if (operands.Length == 1)
                {
                    Add(Operation.Apply, to, function, registers[operands[0]]);
                }
                else
                {
                    Add(Operation.ApplyToMany, [to, function, operands.Length, .. RegistersOf(operands)]);
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
            Add(Operation.Power, to, radix, layout.ConstantOf(exponent));
            return;
        }

        var product = radix;
        for (var k = 1; k < factors; k++)
        {
            Multiply(to, product, radix);
            product = to;
        }

        if (exponent.Sign < 0)
        {
            Add(Operation.Reciprocal, to, product);
        }
    }

    private void WriteSum(int to, ReadOnlySpan<int> terms)
    {
        var pairs = TermsOf(terms);
        var runs = Run.Of(pairs);
        if (runs.TrueForAll(run => run.Length < ShortestRun))
        {
            Add(Operation.Sum, [to, pairs.Length, .. pairs.SelectMany(pair => new[] { pair.Left, pair.Right })]);
            return;
        }

        Add(Operation.SumOfRuns, [to, runs.Count, .. runs.SelectMany(run => new[] { run.Length, run.Left, run.LeftStep, run.Right, run.RightStep })]);
    }

    // How many nodes from the first on are products of as many factors, whose registers lie at equal distances.
    private int RunFrom(ReadOnlySpan<int> positions)
    {
        var length = 1;
        while (length < positions.Length && IsNext(positions, length))
        {
            length++;
        }

        return length;
    }

    private bool IsNext(ReadOnlySpan<int> positions, int k)
    {
        if (!AreAlike(positions[k - 1], positions[k]))
        {
            return false;
        }

        for (var m = -1; m < selection.OperandsOf(positions[k]).Length; m++)
        {
            if (Step(positions[k - 1], positions[k], m) != Step(positions[0], positions[1], m))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreAlike(int former, int latter) => selection.KindOf(former) == ExprKind.Product
        && selection.KindOf(latter) == ExprKind.Product
        && selection.OperandsOf(former).Length == selection.OperandsOf(latter).Length;

    // From the register of an operand of one node to that of another's; the nodes' own with -1.
    private int Step(int former, int latter, int operand) => operand < 0
        ? registers[latter] - registers[former]
        : registers[selection.OperandsOf(latter)[operand]] - registers[selection.OperandsOf(former)[operand]];

    private void WriteProducts(int first, int second, int length)
    {
        var factors = selection.OperandsOf(first);
        var (to, toStep) = (registers[first], Step(first, second, -1));
        var (left, leftStep) = (registers[factors[0]], Step(first, second, 0));
        for (var m = 1; m < factors.Length; m++)
        {
            WriteRun(Operation.MultiplyRun, new Run(length, to, toStep, left, leftStep, registers[factors[m]], Step(first, second, m)).Ascending());
            (left, leftStep) = (to, toStep);
        }
    }

    private IEnumerable<int> RegistersOf(ReadOnlySpan<int> positions)
    {
        var found = new int[positions.Length];
        for (var k = 0; k < found.Length; k++)
        {
            found[k] = registers[positions[k]];
        }

        return found;
    }

    private int IndexOf(Function function)
    {
        if (!functionIndices.TryGetValue(function, out var index))
        {
            index = functions.Count;
            functions.Add(function);
            functionIndices.Add(function, index);
        }

        return index;
    }
}
