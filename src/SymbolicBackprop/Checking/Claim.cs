using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Checking;

/// <summary>One thing that a statement says: two sides and how they are related.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Left">The left side; for the label of a brace, what the brace spans.</param>
/// <param name="Right">The right side; for the label of a brace, the label.</param>
/// <param name="Sign">Where its sign stands.</param>
/// <param name="Link">The position of the right side in the chain of the statement, from 1.</param>
internal sealed record Claim(ClaimKind Kind, Formula Left, Formula Right, TextSpan Sign, int Link)
{
    /// <summary>Whether the right side is only equal up to rounding.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Both sides.</summary>
    public IEnumerable<Formula> Sides => [Left, Right];

    /// <summary>All that a statement says, in reading order.</summary>
    public static IEnumerable<Claim> Of(Statement statement, SpanTable spans)
    {
        var left = statement.First;
        foreach (var label in Labels(left, spans, 0))
        {
            yield return label;
        }

        for (var i = 0; i < statement.Links.Count; i++)
        {
            var link = statement.Links[i];
            if (Updated(left, link) is { } updated)
            {
                spans.Set(updated, spans[left]);
                yield return new Claim(ClaimKind.Equality, updated, link.Side, spans[link], i + 1);
            }
            else if (KindOf(left, link) is { } kind)
            {
                yield return new Claim(kind, left, link.Side, spans[link], i + 1) { IsApproximate = link.Relation == Relation.Approximate };
            }

            foreach (var label in Labels(link.Side, spans, i + 1))
            {
                yield return label;
            }

            left = link.Side;
        }
    }

    /// <summary>The sides of a statement that this claim's are said to be equal to, these two among them, and the position of its right side.</summary>
    public (IReadOnlyList<Formula> Sides, int Right) ChainIn(Statement statement)
    {
        List<Formula> sides = [.. statement.Sides];
        var (first, last) = (Link - 1, Link);
        while (first > 0 && KindOf(sides[first - 1], statement.Links[first - 1]) == ClaimKind.Equality)
        {
            first--;
        }

        while (last < statement.Links.Count && KindOf(sides[last], statement.Links[last]) == ClaimKind.Equality)
        {
            last++;
        }

        return (sides[first..(last + 1)], Link - first);
    }

    // f ⇒ tanh says what f is; otherwise ⇒ only leads over to something new.
    private static ClaimKind? KindOf(Formula left, Link link) => link.Relation switch
    {
        Relation.LeadsTo => link.Side is Symbol { IsUpdated: true } ? null : ClaimKind.Path,
        Relation.Implies => IsFunction(left) && link.Side is Call { Primes: 0, Arguments.Count: 0, Function.Layer: null } ? ClaimKind.Equality : null,
        _ => ClaimKind.Equality,
    };

    // w := w − η …, w ← w − η …, or w = w − η … as programs have it: the parameter on the left is the one after the step.
    private static Symbol? Updated(Formula left, Link link)
    {
        if (left is not Symbol { Role: Role.Weight or Role.Bias, IsUpdated: false } parameter || link.Side is Symbol || !link.Side.WithParts().Contains(parameter))
        {
            return null;
        }

        var isStep = link.Relation switch
        {
            Relation.Defined or Relation.LeadsTo => true,
            Relation.Equal => link.Side is Sum sum && sum.Terms.Contains(parameter) && sum.WithParts().Any(part => part is Symbol symbol && Meaning.IsLearningRate(symbol)),
            _ => false,
        };
        return isStep ? parameter with { IsUpdated = true } : null;
    }

    private static bool IsFunction(Formula side) => side is Call { Primes: 0, Arguments.Count: 0, Function.Layer: not null };

    private static IEnumerable<Claim> Labels(Formula side, SpanTable spans, int link) => side
        .WithParts()
        .OfType<Underbrace>()
        .Where(brace => !IsRemark(brace.Label))
        .Select(brace => new Claim(ClaimKind.BraceLabel, brace.Body, brace.Label, spans.TryFind(brace.Label, out var span) ? span : spans[side], link));

    // \underbrace{…}_{\text{error}} is a remark, as is a question mark.
    private static bool IsRemark(Formula label) => label is Unknown or Symbol { Role: Role.Named, Layer: null, Indices.Count: 0 };
}
