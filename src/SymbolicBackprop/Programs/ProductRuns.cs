using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>
/// Products of as many factors whose registers lie at equal distances, such as a row of δⱼ·aᵢ: one instruction for each factor but the
/// first computes all of them.
/// </summary>
/// <param name="selection">What is computed.</param>
/// <param name="registers">The register of each position that has one.</param>
internal sealed class ProductRuns(Selection selection, int[] registers)
{
    // Fewer products are faster one by one.
    private const int Shortest = 4;

    /// <summary>How many nodes from the first on make a run; 0 where they are too few.</summary>
    /// <param name="positions">Nodes that do not depend on one another.</param>
    public int LengthAt(ReadOnlySpan<int> positions)
    {
        var length = 1;
        while (length < positions.Length && IsNext(positions, length))
        {
            length++;
        }

        return length < Shortest ? 0 : length;
    }

    /// <summary>Writes the instructions for a run.</summary>
    public void Write(ReadOnlySpan<int> positions, Instructions instructions)
    {
        var (first, second) = (positions[0], positions[1]);
        var factors = selection.OperandsOf(first);
        var (to, toStep) = (registers[first], Step(first, second, -1));
        var (left, leftStep) = (registers[factors[0]], Step(first, second, 0));
        for (var m = 1; m < factors.Length; m++)
        {
            var run = new Run(positions.Length, to, toStep, left, leftStep, registers[factors[m]], Step(first, second, m));
            instructions.Add(Operation.MultiplyRun, run.Ascending());
            (left, leftStep) = (to, toStep);
        }
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
}
