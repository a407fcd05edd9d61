using System.Runtime.InteropServices;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>Instructions that are being written, one after another in one list.</summary>
internal sealed class Instructions
{
    private readonly List<int> code = [];
    private readonly List<FunctionValue> functions = [];
    private readonly Dictionary<Function, int> functionIndices = [];

    /// <summary>What has been written.</summary>
    public int[] Code => [.. code];

    /// <summary>The functions that are applied, by the numbers that the code has for them.</summary>
    public FunctionValue[] Functions => [.. functions];

    /// <summary>How many instructions there are.</summary>
    public int Count { get; private set; }

    /// <summary>Writes an instruction.</summary>
    public void Add(Operation operation, params ReadOnlySpan<int> operands)
    {
        Count++;
        code.Add((int)operation);
        code.AddRange(operands);
    }

    /// <summary>Writes an instruction for a run of pairs of registers.</summary>
    public void Add(Operation operation, Run run) => Add(operation, MemoryMarshal.Cast<Run, int>(new ReadOnlySpan<Run>(in run)));

    /// <summary>Writes the product of two registers.</summary>
    public void Multiply(int to, int left, int right) => Add(Operation.Multiply, to, left, right);

    /// <summary>The number that the code has for a function.</summary>
    public int IndexOf(Function function)
    {
        if (!functionIndices.TryGetValue(function, out var index))
        {
            index = functions.Count;
            functions.Add(function.Value);
            functionIndices.Add(function, index);
        }

        return index;
    }
}
