namespace SymbolicBackprop.Programs;

/// <summary>Pairs of registers that lie at equal distances, and where what is made of each pair goes.</summary>
/// <param name="Length">How many pairs there are.</param>
/// <param name="To">Where what is made of the first pair goes.</param>
/// <param name="ToStep">From there to where the next goes.</param>
/// <param name="Left">The first left register.</param>
/// <param name="LeftStep">From one left register to the next.</param>
/// <param name="Right">The first right register.</param>
/// <param name="RightStep">From one right register to the next.</param>
internal readonly record struct Run(int Length, int To, int ToStep, int Left, int LeftStep, int Right, int RightStep)
{
    /// <summary>The same pairs, from the other end where they descend.</summary>
    public Run Ascending() => ToStep >= 0 ? this : new Run(
        Length, To + (ToStep * (Length - 1)), -ToStep, Left + (LeftStep * (Length - 1)), -LeftStep, Right + (RightStep * (Length - 1)), -RightStep);

    /// <summary>The terms of a sum, cut into runs.</summary>
    public static List<Run> Of(ReadOnlySpan<(int Left, int Right)> pairs)
    {
        var runs = new List<Run>();
        for (var start = 0; start < pairs.Length;)
        {
            var (leftStep, rightStep) = start + 1 < pairs.Length ? Step(pairs, start + 1) : (0, 0);
            var end = start + 1;
            while (end < pairs.Length && Step(pairs, end) == (leftStep, rightStep))
            {
                end++;
            }

            runs.Add(new Run(end - start, 0, 0, pairs[start].Left, leftStep, pairs[start].Right, rightStep));
            start = end;
        }

        return runs;
    }

    private static (int Left, int Right) Step(ReadOnlySpan<(int Left, int Right)> pairs, int k) =>
        (pairs[k].Left - pairs[k - 1].Left, pairs[k].Right - pairs[k - 1].Right);
}
