using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Reading;

/// <summary>
/// Reads the formula of an activation in z: every other letter is a parameter. Cases on z make an activation of several pieces.
/// </summary>
internal sealed class ActivationFormulaReader
{
    private readonly string latex;
    private readonly SpanTable spans;
    private readonly Model parameters = new();
    private readonly Meaning meaning;
    private Finding? error;

    private ActivationFormulaReader(string latex, SpanTable spans)
    {
        this.latex = latex;
        this.spans = spans;
        meaning = new Meaning(parameters, DeltaConvention.ByActivation);
    }

    /// <summary>Reads a formula.</summary>
    /// <param name="latex">The formula, without dollars around it.</param>
    public static LatexReading<Activation> Read(string latex)
    {
        var reading = new LatexReader(new ReadingContext { LettersAreNames = true }).ReadFormula(latex);
        if (!reading.IsSuccess)
        {
            return new LatexReading<Activation>(null, reading.Spans, reading.Findings);
        }

        var reader = new ActivationFormulaReader(latex, reading.Spans);
        var activation = reader.Interpret(reading.Value);
        return new LatexReading<Activation>(activation, reading.Spans, reader.error is { } error ? [error] : reading.Findings);
    }

    private Activation? Interpret(Formula formula)
    {
        var parts = formula.WithParts().ToList();
        foreach (var part in parts)
        {
            if (ComplaintAbout(part, formula) is { } complaint)
            {
                return Fail(part, complaint);
            }

            if (part is Symbol symbol && symbol != Meaning.FreeArgument && !parameters.TryFind(symbol, out _))
            {
                parameters.Add(symbol);
            }
        }

        if (!parts.Contains(Meaning.FreeArgument))
        {
            return Fail(formula, Messages.NoArgument);
        }

        try
        {
            return formula is Cases cases ? Piecewise(cases) : new Activation(latex, Of(formula)) { IsFormula = true };
        }
        catch (MeaninglessException exception)
        {
            return Fail(formula, FormulaComplaints.About(exception));
        }
    }

    // What a part of a formula cannot be in the formula of a function of z.
    private Complaint? ComplaintAbout(Formula part, Formula whole) => part switch
    {
        Symbol symbol when symbol == Meaning.FreeArgument => null,
        Symbol { Layer: null, Indices.Count: 0, Letter: "e" } => Messages.LoneE,
        Symbol { Layer: null, Indices.Count: 0, Letter: "y" or Letters.Prediction } symbol => Messages.LetterIsTaken(symbol.Letter),
        Symbol { Layer: null, Indices.Count: 0, Letter: "i" or "j" or "l" } symbol => Messages.LetterIsIndex(symbol.Letter),
        Symbol { Layer: null, Indices.Count: 0 } => null,
        Symbol => Messages.ScriptOnParameter,
        Cases when !ReferenceEquals(part, whole) => Messages.CasesInside,
        Summation => Messages.NotInFunction,
        _ => FormulaComplaints.About(part, latex.Substring(spans[part].Offset, spans[part].Length)),
    };

    private Func<Expr, Expr> Of(Formula formula)
    {
        var expression = meaning.Of(formula);
        return z => expression.Substitute(variable => variable.Name == z.Name ? z : null, z.Graph);
    }

    private Activation? Piecewise(Cases cases)
    {
        var intervals = new List<Interval>();
        Formula? rest = null;
        foreach (var branch in cases.Branches)
        {
            if (branch.Condition is null)
            {
                rest = branch.Value;
            }
            else if (IntervalOf(branch.Condition, branch.Value) is { } interval)
            {
                intervals.Add(interval);
            }
            else
            {
                return Fail(branch.Condition.Subject, Messages.ConditionOnArgument);
            }
        }

        return Interval.Line(intervals, rest) is { } line
            ? new Activation(latex, Of(line[0].Value), [.. line.Skip(1).Select(interval => new Piece(interval.Low!.Value, Of(interval.Value)) { IncludesStart = interval.IncludesLow })]) { IsFormula = true }
            : Fail(cases, Messages.ConditionsDoNotMeet);
    }

    // Of -1 < z < 1, z > 0 or 0 < z.
    private Interval? IntervalOf(Condition condition, Formula value)
    {
        if (condition.Subject != Meaning.FreeArgument)
        {
            // 0 < z says z > 0.
            condition = condition switch
            {
                { Low: null, High: { } high } => new Condition(high) { Low = condition.Subject, IncludesLow = condition.IncludesHigh },
                { High: null, Low: { } low } => new Condition(low) { High = condition.Subject, IncludesHigh = condition.IncludesLow },
                _ => condition,
            };
        }

        return condition.Subject == Meaning.FreeArgument && NumberOf(condition.Low) is (true, var start) && NumberOf(condition.High) is (true, var end)
            ? new Interval(start, condition.IncludesLow, end, condition.IncludesHigh, value)
            : null;
    }

    private (bool IsNumber, Rational? Value) NumberOf(Formula? bound) =>
        bound is null ? (true, null) : meaning.Of(bound) is { Kind: ExprKind.Number } number ? (true, number.Number) : (false, null);

    private Activation? Fail(Formula part, Complaint complaint)
    {
        error = new Finding(FindingKind.Error, spans[part], complaint.Message, complaint.Expected);
        return null;
    }
}
