using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>How much of a formula another one changes: the fewer signs, numbers and quantities come and go, the likelier it is what was meant.</summary>
internal static class EditSize
{
    /// <summary>What one mark in the place of another changes. A sign alone counts as much.</summary>
    public const int Least = 2;

    private const string Sign = "-";
    private const string Addition = "+";
    private const string Multiplication = "×";

    /// <summary>How many marks stand in only one of two formulas.</summary>
    public static int Between(Formula before, Formula after)
    {
        if (before == after)
        {
            return 0;
        }

        var counts = new Dictionary<object, int>();
        foreach (var mark in MarksOf(before))
        {
            counts[mark] = counts.GetValueOrDefault(mark) + 1;
        }

        foreach (var mark in MarksOf(after))
        {
            counts[mark] = counts.GetValueOrDefault(mark) - 1;
        }

        return Math.Max(Least, counts.Values.Sum(Math.Abs));
    }

    /// <summary>Whether a formula is read as one: a quantity or a number; a derivative, a share and a function of a quantity too.</summary>
    public static bool IsOne(Formula part) => part is Symbol or Literal or Fraction { Over: Literal, Under: Literal } or Derivative or Directional or PathShare
        || (part is Call { Function.Layer: not null } call && call.Arguments.All(argument => argument is Symbol));

    private static IEnumerable<object> MarksOf(Formula formula) => formula.WithParts(opens: part => !IsOne(part)).SelectMany(part => part switch
    {
        _ when IsOne(part) => [part],
        Sum sum => Enumerable.Repeat(Addition, sum.Terms.Count - 1),
        Product product => Enumerable.Repeat(Multiplication, product.Factors.Count - 1),
        Negative => [Sign],
        Call call => [call with { Arguments = [] }],
        Summation sum => [sum with { Body = new Unknown() }],
        _ => Enumerable.Repeat<object>(part.GetType(), 1),
    });
}
