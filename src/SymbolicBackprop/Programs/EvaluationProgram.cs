using System.Buffers;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>
/// Expressions compiled for being evaluated many times: a flat list of instructions over registers, in which each common part is
/// computed once. It is immutable, and threads may share it.
/// </summary>
public sealed class EvaluationProgram
{
    private const int MostOnStack = 256;

    private readonly int[] code;
    private readonly FunctionValue[] functions;
    private readonly double[] constants; // their registers come after those of the inputs
    private readonly int registerCount; // the outputs come last

    private EvaluationProgram(Selection selection, ReadOnlySpan<Expr> inputs)
    {
        (InputCount, OutputCount) = (inputs.Length, selection.Roots.Length);
        var layout = new RegisterLayout(selection);
        layout.PlaceInputs(inputs, 0);
        layout.PlaceConstants(InputCount);
        constants = layout.Constants;
        var schedule = new Schedule(selection);
        var firstOutput = layout.PlaceComputed(schedule.Order, InputCount + constants.Length);
        registerCount = firstOutput + OutputCount;
        var writer = new CodeWriter(selection, layout);
        writer.Write(schedule);
        for (var i = 0; i < OutputCount; i++)
        {
            var register = layout.Registers[selection.Roots[i]];
            if (register != firstOutput + i)
            {
                writer.Copy(register, firstOutput + i);
            }
        }

        code = writer.Written.Code;
        functions = writer.Written.Functions;
        InstructionCount = writer.Written.Count;
    }

    /// <summary>How many numbers are given.</summary>
    public int InputCount { get; }

    /// <summary>How many numbers come out.</summary>
    public int OutputCount { get; }

    /// <summary>How many instructions there are.</summary>
    public int InstructionCount { get; }

    /// <summary>Compiles expressions.</summary>
    /// <param name="outputs">What is to be computed: expressions of one graph, at least one.</param>
    /// <param name="inputs">
    /// The variables whose values are given, in the order in which they are given. Dense layers are fastest where the weights of each
    /// unit stand side by side.
    /// </param>
    /// <exception cref="ArgumentException">An output depends on a variable that is not given and has no definition.</exception>
    public static EvaluationProgram Compile(ReadOnlySpan<Expr> outputs, ReadOnlySpan<Expr> inputs) =>
        new(Selection.Of(outputs, [], inputs), inputs);

    /// <summary>Evaluates at a point.</summary>
    /// <param name="inputs">The values of the inputs.</param>
    /// <param name="outputs">Takes the values of the outputs.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than inputs or outputs.</exception>
    public void Run(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        Lengths.Expect(InputCount, inputs.Length, "inputs");
        Lengths.Expect(OutputCount, outputs.Length, "outputs");
        var rented = registerCount <= MostOnStack ? null : ArrayPool<double>.Shared.Rent(registerCount);
        Span<double> registers = rented is null ? stackalloc double[MostOnStack] : rented;
        inputs.CopyTo(registers);
        constants.CopyTo(registers[InputCount..]);
        Execute(registers);
        registers.Slice(registerCount - OutputCount, OutputCount).CopyTo(outputs);
        if (rented is not null)
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>Numbers for the inputs and outputs that stay where they are from one evaluation to the next.</summary>
    public Evaluator NewEvaluator()
    {
        var registers = new double[registerCount];
        constants.CopyTo(registers, InputCount);
        return new Evaluator(this, registers);
    }

    internal void Execute(Span<double> registers) => ScalarMachine.Execute(code, functions, registers);
}
