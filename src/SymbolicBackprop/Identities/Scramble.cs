using System.Numerics;

namespace SymbolicBackprop.Identities;

/// <summary>
/// Pseudo-random numbers without a state: what is drawn depends only on what it is drawn for, so the same input gives the same
/// verdict, whatever else is evaluated. The mixing is that of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
/// </summary>
internal static class Scramble
{
    /// <summary>A number of 64 bits that looks random.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>A key made of a key and one thing more.</summary>
    public static ulong Mix(ulong key, ulong value) => Mix(Mix(key) ^ value);

    /// <summary>A key made of a text.</summary>
    public static ulong KeyOf(string text)
    {
        var key = (ulong)text.Length;
        foreach (var character in text)
        {
            key = Mix(key, character);
        }

        return key;
    }

    /// <summary>A number below a bound, every one as likely as every other.</summary>
    public static ulong Below(ulong bound, ulong key)
    {
        var mask = ulong.MaxValue >> BitOperations.LeadingZeroCount(bound - 1);
        for (var draw = Mix(key); ; draw = Mix(draw))
        {
            if ((draw & mask) < bound)
            {
                return draw & mask;
            }
        }
    }

    /// <summary>A double from 0 up to but not including 1.</summary>
    public static double Unit(ulong key) => (Mix(key) >> 11) * (1.0 / (1UL << 53));
}
