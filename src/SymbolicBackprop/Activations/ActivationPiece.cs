using SymbolicBackprop.Expressions;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Programs;

namespace SymbolicBackprop.Activations;

/// <summary>A part of the real line on which an activation has one formula.</summary>
public sealed class ActivationPiece
{
    private readonly Lazy<EvaluationProgram> value;
    private readonly Lazy<(Function[] Functions, EvaluationProgram Program)> applications;
    private readonly Lazy<ClosedForm> derivative;
    private readonly Lazy<ClosedForm> secondDerivative;

    internal ActivationPiece(Expr[] variables, Expr formula, Piece? from, Piece? to)
    {
        (Argument, Formula, From, To) = (variables[0], formula, from, to);
        value = new Lazy<EvaluationProgram>(() => EvaluationProgram.Compile([formula], variables));
        applications = new Lazy<(Function[] Functions, EvaluationProgram Program)>(() => CompileApplications(formula, variables));
        derivative = new Lazy<ClosedForm>(() => ClosedFormSearch.Of(Formula, Argument, Activation.KnownFunctions));
        secondDerivative = new Lazy<ClosedForm>(() => ClosedFormSearch.Of(Formula, Argument, Activation.KnownFunctions, order: 2));
    }

    /// <summary>The argument z of <see cref="Formula"/>.</summary>
    public Expr Argument { get; }

    /// <summary>The formula on this part.</summary>
    public Expr Formula { get; }

    /// <summary>Where the part starts, or null where it reaches down without end.</summary>
    public Rational? Start => From?.Start;

    /// <summary>Whether <see cref="Start"/> belongs to the part.</summary>
    public bool IncludesStart => From?.IncludesStart ?? false;

    /// <summary>Where the part ends, or null where it reaches up without end.</summary>
    public Rational? End => To?.Start;

    /// <summary>Whether <see cref="End"/> belongs to the part.</summary>
    public bool IncludesEnd => To is not null && !To.IncludesStart;

    /// <summary>The derivative on this part; found when it is first asked for.</summary>
    public ClosedForm Derivative => derivative.Value;

    /// <summary>The second derivative on this part, in the function itself and the first one too; found when it is first asked for.</summary>
    internal ClosedForm SecondDerivative => secondDerivative.Value;

    private Piece? From { get; }

    private Piece? To { get; }

    /// <summary>The formula's value.</summary>
    /// <param name="point">The values of the argument and of the parameters.</param>
    internal double ValueAt(ReadOnlySpan<double> point)
    {
        var result = 0.0;
        value.Value.Run(point, new Span<double>(ref result));
        return result;
    }

    /// <summary>Whether the formula has a value, and all functions in it are inside their domains.</summary>
    /// <param name="point">The values of the argument and of the parameters.</param>
    internal bool IsInDomain(ReadOnlySpan<double> point)
    {
        var (functions, program) = applications.Value;
        var values = new double[program.OutputCount];
        program.Run(point, values);
        var inside = double.IsFinite(values[0]);
        var rest = values.AsSpan(1);
        foreach (var function in functions)
        {
            inside = inside && function.Domain(rest[..function.Arity]);
            rest = rest[function.Arity..];
        }

        return inside;
    }

    // The functions in the formula, and a program for it and all their arguments.
    private static (Function[] Functions, EvaluationProgram Program) CompileApplications(Expr formula, Expr[] variables)
    {
        Expr[] applications = [.. NodeSet.Below([formula]).Nodes
            .Where(node => node.Kind == ExprKind.Function)];
        return (
            Array.ConvertAll(applications, application => application.Function),
            EvaluationProgram.Compile([formula, .. applications.SelectMany(application => application.Children())], variables));
    }
}
