using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading;

/// <summary>A part of the real line with the formula that holds on it.</summary>
internal sealed record Interval(Rational? Low, bool IncludesLow, Rational? High, bool IncludesHigh, Formula Value)
{
    /// <summary>The whole line, from the left, with gaps filled by the rest; null where intervals overlap or leave a gap that nothing fills.</summary>
    public static List<Interval>? Line(List<Interval> intervals, Formula? rest)
    {
        var line = new List<Interval>();
        foreach (var next in intervals.OrderBy(interval => interval.Low is not null).ThenBy(interval => interval.Low))
        {
            if (line.Count == 0 ? next.Low is not null : !line[^1].Meets(next))
            {
                if (rest is null || (line.Count > 0 && !line[^1].LeavesRoomBefore(next)))
                {
                    return null;
                }

                line.Add(line.Count == 0
                    ? new Interval(null, false, next.Low, !next.IncludesLow, rest)
                    : new Interval(line[^1].High, !line[^1].IncludesHigh, next.Low, !next.IncludesLow, rest));
            }

            line.Add(next);
        }

        if (line.Count > 0 && line[^1].High is { } end)
        {
            line.Add(new Interval(end, !line[^1].IncludesHigh, null, false, rest!));
        }

        return line.Count > 0 && line.TrueForAll(interval => interval.Value is not null && !(interval.Low >= interval.High)) ? line : null;
    }

    private bool Meets(Interval next) => High is not null && High == next.Low && IncludesHigh != next.IncludesLow;

    private bool LeavesRoomBefore(Interval next) => High is not null && next.Low is not null && High < next.Low;
}
