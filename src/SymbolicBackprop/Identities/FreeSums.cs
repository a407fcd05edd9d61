namespace SymbolicBackprop.Identities;

/// <summary>
/// Sums that can be drawn at random in place of one of their terms.
/// <para>
/// In s = c·v + r let v be a variable that r does not depend on, and c a number other than 0. Then (v, …) ↦ (s, …) is a bijection
/// of the points, since v = (s − r)/c: drawing s uniformly and working out v gives the same distribution as drawing v. So s is a
/// random residue that is independent of everything in r, and v is needed only if something after s uses it.
/// </para>
/// <para>
/// The bias makes every pre-activation of a network such a sum. Its layers are then cut apart: exponentials no longer nest,
/// exponents are linear in free quantities, and degrees do not multiply from layer to layer.
/// </para>
/// </summary>
internal sealed class FreeSums
{
    private FreeSums(int[] variables, int[] terms, int[] sums)
    {
        Variables = variables;
        Terms = terms;
        Sums = sums;
    }

    /// <summary>For each step of the tape the position of the variable v that a free sum replaces, or −1.</summary>
    public int[] Variables { get; }

    /// <summary>For each free sum the position of its child that is v or c·v, otherwise −1.</summary>
    public int[] Terms { get; }

    /// <summary>For each variable that a free sum replaces the position of that sum, otherwise −1.</summary>
    public int[] Sums { get; }

    /// <summary>No sum counts as free: every variable is drawn itself.</summary>
    public static FreeSums None(Tape tape) => new(Filled(tape.Count, -1), Filled(tape.Count, -1), Filled(tape.Count, -1));

    public bool IsFree(int position) => Variables[position] >= 0;

    public static FreeSums Of(Tape tape)
    {
        var count = tape.Count;
        var parents = new int[count];
        var firstParents = Filled(count, -1);
        var secondParents = Filled(count, -1);
        for (var i = 0; i < count; i++)
        {
            foreach (var child in tape.ChildrenOf(i))
            {
                parents[child]++;
                if (firstParents[child] < 0)
                {
                    firstParents[child] = i;
                }
                else if (secondParents[child] < 0)
                {
                    secondParents[child] = i;
                }
            }
        }

        foreach (var root in tape.Roots)
        {
            parents[root]++; // so that the term c·v of a free sum, which is not worked out, is never asked for
        }

        var (variables, terms, sums) = (Filled(count, -1), Filled(count, -1), Filled(count, -1));
        for (var leaf = 0; leaf < count; leaf++)
        {
            if (tape.Operations[leaf] != Operation.Leaf || firstParents[leaf] < 0)
            {
                continue;
            }

            // Uses of the leaf have to come after the sum. A scaled term of its own comes before and is not a use.
            var (sum, term) = (firstParents[leaf], leaf);
            if (tape.Operations[sum] == Operation.Product && tape.ChildrenOf(sum) is [var factor, _]
                && tape.Operations[factor] == Operation.Number && parents[sum] == 1 && firstParents[sum] >= 0)
            {
                (sum, term) = (firstParents[sum], sum);
            }

            var usedBefore = term != leaf && secondParents[leaf] >= 0 && secondParents[leaf] <= sum;
            if (tape.Operations[sum] == Operation.Sum && variables[sum] < 0 && !usedBefore)
            {
                (variables[sum], terms[sum], sums[leaf]) = (leaf, term, sum);
            }
        }

        return new FreeSums(variables, terms, sums);
    }

    private static int[] Filled(int count, int value)
    {
        var array = new int[count];
        Array.Fill(array, value);
        return array;
    }
}
