namespace SymbolicBackprop.Programs;

/// <summary>
/// A program with numbers of its own: those of the inputs are changed in place, as training changes weights, and those of the outputs
/// read in place. It is for one thread.
/// </summary>
public sealed class Evaluator
{
    private readonly EvaluationProgram program;
    private readonly double[] registers;

    internal Evaluator(EvaluationProgram program, double[] registers) => (this.program, this.registers) = (program, registers);

    /// <summary>The values of the inputs.</summary>
    public Span<double> Inputs => registers.AsSpan(0, program.InputCount);

    /// <summary>The values of the outputs, as the last evaluation left them.</summary>
    public ReadOnlySpan<double> Outputs => registers.AsSpan(registers.Length - program.OutputCount);

    /// <summary>Evaluates at the present values of the inputs.</summary>
    public void Evaluate() => program.Execute(registers);
}
