using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// A derivation worked with numbers: each quantity in symbols, with the numbers of what it is made of put in, and its value. Values are
/// computed from unrounded ones; what is printed is rounded.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="signals">Its error signals.</param>
/// <param name="meaning">What formulas mean.</param>
/// <param name="example">The numbers.</param>
internal sealed class WorkedNumbers(Model model, ErrorSignals signals, Meaning meaning, NumericExample example)
{
    // More numbers in one formula are not put in: nobody would follow them.
    private const int MostPutIn = 12;

    // More contributions are summed with Σ.
    private const int MostContributions = 4;

    private readonly Valuation values = Valuation.Of(model, example.Given, example.LearningRate);
    private RoundedReading? reading;

    /// <summary>The values that the numbers are printed from.</summary>
    public Valuation Values => values;

    /// <summary>What printed numbers can stand for.</summary>
    public RoundedReading Reading => reading ??= new RoundedReading(values, meaning, example.Constants);

    /// <summary>Everything that the network computes, from the inputs to the loss.</summary>
    public IEnumerable<WorkedStep> Forward() => model.Variables
        .Where(variable => variable.Node.Definition is not null && !variable.IsAlias)
        .Select(variable => Worked(variable.Symbol, Forms(variable)));

    /// <summary>The error signals with the derivatives of activation functions in them, from the loss down.</summary>
    /// <param name="stated">Where to remember what is stated.</param>
    public IEnumerable<WorkedStep> Backward(ISet<Formula> stated)
    {
        foreach (var variable in model.Variables.Reverse().Where(signals.HasSignal).GroupBy(signals.LayerOf).SelectMany(layer => layer.Reverse()))
        {
            foreach (var step in DerivativeOf(variable, stated))
            {
                yield return step;
            }
        }
    }

    /// <summary>∂loss/∂target for a quantity that bears no error signal, with the derivatives of activation functions that are not stated yet.</summary>
    /// <param name="target">The quantity.</param>
    /// <param name="stated">Those that are; the new ones are added.</param>
    public IEnumerable<WorkedStep> DerivativeOf(Variable target, ISet<Formula> stated)
    {
        var segments = signals.Segments(target);
        var (shortForm, given) = signals.ShortForm(target) is { } found && (found.Given is null || IsFulfilled(found.Given)) ? found : (null, null);
        var form = shortForm is not null ? shortForm : segments.Count == 0 ? Literal.Zero
            : segments.Count <= MostContributions ? Formula.SumOf(segments.Select(signals.Contribution))
            : signals.Recursion(target, signals.InnerLetter);
        foreach (var call in form.WithParts().OfType<Call>().Where(call => call is { Primes: 1, Arguments: [Symbol { Indices: [{ Letter: null }] }] } && stated.Add(call)))
        {
            yield return Worked(call, ShortForm(call));
        }

        if (stated.Add(signals.Of(target)))
        {
            yield return Worked(signals.Of(target), [form]) with { Given = given?.Statement };
        }
    }

    private bool IsFulfilled(Constraint constraint) => values.Of(constraint.Solved.Node).Exact is { } number && number == values.Of(constraint.Solution).Exact;

    /// <summary>w⁺ = w − η ∂loss/∂w.</summary>
    public WorkedStep Update(Symbol parameter) =>
        Worked(parameter with { IsUpdated = true }, [parameter - (Rate * new Derivative(Symbol.Loss, parameter))]);

    /// <summary>The letter of the learning rate.</summary>
    public static Symbol Rate { get; } = Symbol.Named(@"\eta");

    /// <summary>The value of a formula as it is printed: a number that is given as it is, one that is computed rounded.</summary>
    public RoundedNumber Rounded(Formula formula) => formula switch
    {
        Symbol given when example.Values.TryGetValue(given, out var number) && Literal.CanBe(Rational.Abs(number)) => RoundedNumber.Given(number),
        Symbol rate when rate == Rate => RoundedNumber.Given(example.LearningRate!.Value),
        _ => example.Digits.Round(values.Of(meaning.Of(formula))),
    };

    // z, f(z), and f or a sum written out.
    private IEnumerable<Formula> Forms(Variable variable)
    {
        var definition = variable.Definition!;
        var spelledOut = definition.Rewrite(part => part is Summation sum ? SpelledOut(sum) : null);
        return spelledOut != definition ? [definition, spelledOut] : definition is Call { Primes: 0, Arguments: [Symbol argument] } call && model.Functions.GetValueOrDefault(call.Function) is { IsPiecewise: false } function
            ? [definition, WrittenOut.Value(function, argument)]
            : [definition];
    }

    private static Formula? SpelledOut(Summation sum) => sum is { From: { Letter: null } from, To: { Letter: null } to } && to.Number - from.Number is >= 0 and < MostContributions
        ? Formula.SumOf(Enumerable.Range(from.Number, to.Number - from.Number + 1).Select(value => sum.Body.Bind(sum.Letter, value)))
        : null;

    // f′(z) through a = f(z), where a unit has both.
    private IEnumerable<Formula> ShortForm(Call call)
    {
        var argument = (Symbol)call.Arguments[0];
        var value = argument with { Role = Role.Activation };
        return model.Functions[call.Function] is { IsPiecewise: false } function && argument.Role == Role.PreActivation && model.TryFind(value, out _)
            ? [WrittenOut.ShortForm(function, argument, value)]
            : [];
    }

    private WorkedStep Worked(Formula quantity, IEnumerable<Formula> forms)
    {
        var symbolic = Statement.Equality(quantity, forms.Distinct());
        var result = Rounded(quantity);
        List<Link> links = [.. symbolic.Links];
        var last = links.Count > 0 ? links[^1].Side : quantity;
        var isExact = true;
        var addsUp = true;
        var isInReach = true;
        if (PutIn(last) is var (numbers, areExact) && numbers != result.Formula && numbers != last
            && (isInReach = Reading.Of(numbers, !areExact).IsFinite)) // e^800 is not, though 1/(1 + e^800) is as good as 0
        {
            links.Add(new Link(areExact ? Relation.Equal : Relation.Approximate, numbers));
            isExact = areExact;
            addsUp = areExact || meaning.Of(example.Digits.Round(values.Of(meaning.Of(numbers))).Formula) == meaning.Of(result.Formula);
        }

        if (last != result.Formula)
        {
            links.Add(new Link(isExact ? result.Relation : Relation.Approximate, result.Formula));
        }

        return new WorkedStep(symbolic, new Statement(quantity, links.ToEquatableList())) { DoesNotAddUp = !addsUp, IsCertain = isInReach && result.IsCertain };
    }

    // A formula with the printed number of each quantity in its place; none where it has Σ in it or too many of them.
    private (Formula Numbers, bool AreExact)? PutIn(Formula formula)
    {
        var count = 0;
        var areExact = true;
        if (formula.WithParts().Any(part => part is Summation or Cases))
        {
            return null;
        }

        var numbers = formula.Rewrite(part =>
        {
            if (part is not (Symbol or Derivative or Call { Primes: > 0 }))
            {
                return null;
            }

            count++;
            var number = Rounded(part);
            areExact &= number.IsExact;
            return number.Formula;
        });
        return count is 0 or > MostPutIn ? null : (numbers, areExact);
    }
}
