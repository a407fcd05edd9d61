using System.Numerics;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities;

/// <summary>
/// What has to be known of each step of a tape before its values in prime fields can speak for an equality: how deep exponentials
/// nest, what is left open, and how large the degrees are.
/// </summary>
/// <remarks>
/// <para>
/// Degrees are those of numerator and denominator, as quotients of polynomials in the leaves: free variables and sums, values of
/// opaque functions, and exponentials. Two bounds are kept, and the smaller one counts. The first adds up numerators and
/// denominators in the obvious way; it is sharp for small expressions and explodes where sums of quotients nest. The second takes
/// each reciprocal as one more quantity: if T is the degree with these quantities and W(l) the sum of the degrees of all
/// denominators of which l others stand inside one another, then multiplying by each denominator often enough, the outer ones
/// first, gives a polynomial of degree at most T·∏(1 + W(l)).
/// </para>
/// <para>
/// Exponents that are linear forms in leaves, with rational coefficients, make e^u a monomial in the quantities e^(v/L), where L
/// is a common denominator: independent random squares. The theorem of Schwartz and Zippel then applies as it stands. For other
/// exponents each e^u counts as a quantity of its own, which is Gonnet's assumption.
/// </para>
/// </remarks>
internal sealed class TapeTraits
{
    // Beyond this scale a linear form counts as any other exponent: its degree in e^(v/L) would say nothing.
    private const double LargestScale = 1L << 36;

    private readonly Tape tape;
    private readonly FreeSums free;
    private readonly double[] numerators;
    private readonly double[] denominators;
    private readonly double[] polynomials;
    private readonly int[] nestings; // of reciprocals
    private readonly double[] widths; // of linear forms in leaves: the sum of the coefficients' absolute values, or NaN
    private readonly BigInteger[] scales; // of linear forms: the common denominator
    private readonly int[] rootOrders; // of leaves under roots: the common order of these roots, otherwise 0
    private readonly List<double> reciprocalDegrees = [];
    private double scale;
    private int leafCount;
    private int branchCount;

    private TapeTraits(Tape tape, FreeSums free)
    {
        (this.tape, this.free) = (tape, free);
        var count = tape.Count;
        (numerators, denominators, polynomials) = (new double[count], new double[count], new double[count]);
        (nestings, widths, scales, rootOrders) = (new int[count], new double[count], new BigInteger[count], new int[count]);
        (Depths, Opaque, Generic, Branches) = (new int[count], new bool[count], new bool[count], new ulong[count]);
        (Rooted, DependsOnRoots) = (new bool[count], new bool[count]);
        FindRadicands();
        FindLinearForms();
        for (var i = 0; i < count; i++)
        {
            Visit(i);
        }
    }

    /// <summary>How deep exponentials nest in each step.</summary>
    public int[] Depths { get; }

    /// <summary>Whether an opaque function stands in it.</summary>
    public bool[] Opaque { get; }

    /// <summary>Whether its bound rests on Gonnet's assumption.</summary>
    public bool[] Generic { get; }

    /// <summary>Which roots of something that is not a free quantity stand in it: one bit each, the last bit for all from the 64th on.</summary>
    public ulong[] Branches { get; }

    /// <summary>The bit that may stand for several roots.</summary>
    public const ulong ManyBranches = 1UL << 63;

    /// <summary>Whether a power that is not an integer stands in it.</summary>
    public bool[] DependsOnRoots { get; }

    /// <summary>Leaves that stand under a root and are therefore drawn among the squares.</summary>
    public bool[] Rooted { get; }

    /// <summary>The sum of the degrees of all arguments whose accidental coincidence would be an error.</summary>
    public double ArgumentDegrees { get; private set; }

    /// <summary>The number of these arguments.</summary>
    public int ArgumentCount { get; private set; }

    public static TapeTraits Of(Tape tape, FreeSums free) => new(tape, free);

    /// <summary>A bound of the degree of the numerator of left − right; infinite where it exceeds the range of a double.</summary>
    public double DegreeOfDifference(int left, int right)
    {
        var plain = Math.Max(numerators[left] + denominators[right], numerators[right] + denominators[left]);
        var shared = Math.Max(polynomials[left], polynomials[right]);
        for (var level = 0; level <= Math.Max(nestings[left], nestings[right]) && level < reciprocalDegrees.Count; level++)
        {
            shared *= 1 + reciprocalDegrees[level];
        }

        var least = Math.Min(plain, shared);
        return double.IsNaN(least) ? double.PositiveInfinity : Math.Max(least, 1);
    }

    private static double AbsoluteValue(Rational value) => Math.Abs((double)value);

    private void FindRadicands()
    {
        for (var i = 0; i < tape.Count; i++)
        {
            if (tape.Operations[i] == Operation.Root && LeafBelow(i) is >= 0 and var leaf)
            {
                var order = tape.ExponentAt(i).Denominator;
                var others = rootOrders[leaf] == 0 ? 1 : rootOrders[leaf];
                rootOrders[leaf] = (int)BigInteger.Min(others * order / BigInteger.GreatestCommonDivisor(others, order), 1 << 20);
                Rooted[leaf] = true;
            }
        }
    }

    // The leaf whose root is taken, seen through names, or −1.
    private int LeafBelow(int root)
    {
        var position = tape.ChildrenOf(root)[0];
        while (tape.Operations[position] == Operation.Copy)
        {
            position = tape.ChildrenOf(position)[0];
        }

        return IsLeaf(position) ? position : -1;
    }

    private bool IsLeaf(int position) => free.IsFree(position)
        || (tape.Operations[position] == Operation.Leaf && free.Sums[position] < 0)
        || (tape.Operations[position] == Operation.Opaque && tape.ChildrenOf(position).IsEmpty);

    private void FindLinearForms()
    {
        var common = BigInteger.One;
        for (var i = 0; i < tape.Count; i++)
        {
            var children = tape.ChildrenOf(i);
            (widths[i], scales[i]) = tape.Operations[i] switch
            {
                Operation.Number => (AbsoluteValue(tape.NumberAt(i)), tape.NumberAt(i).Denominator),
                Operation.Leaf or Operation.Opaque => (1, 1),
                Operation.Copy => (widths[children[0]], scales[children[0]]),
                Operation.Sum => free.IsFree(i) ? (1, 1) : Sum(children),
                Operation.Product when children.Length == 2 && tape.Operations[children[0]] == Operation.Number =>
                    (widths[children[0]] * widths[children[1]], scales[children[0]] * scales[children[1]]),
                _ => (double.NaN, 1),
            };
            if (free.IsFree(i))
            {
                widths[free.Variables[i]] = double.NaN; // it is worked out from the sum, whatever that involves
            }

            if (tape.Operations[i] == Operation.Leaf || free.IsFree(i))
            {
                leafCount++;
            }

            if (tape.Operations[i] == Operation.Exp && IsLinear(children[0]))
            {
                common = LeastCommonMultiple(common, scales[children[0]]);
            }
        }

        scale = (double)common;

        (double Width, BigInteger Scale) Sum(ReadOnlySpan<int> terms)
        {
            var (width, multiple) = (0.0, BigInteger.One);
            foreach (var term in terms)
            {
                width += widths[term];
                if (double.IsNaN(width))
                {
                    return (double.NaN, 1);
                }

                multiple = LeastCommonMultiple(multiple, scales[term]);
            }

            return (width, multiple);
        }
    }

    private static BigInteger LeastCommonMultiple(BigInteger left, BigInteger right) => left.IsOne ? right : right.IsOne ? left
        : left / BigInteger.GreatestCommonDivisor(left, right) * right;

    private bool IsLinear(int position) => widths[position] * (double)scales[position] < LargestScale;

    private void Visit(int i)
    {
        var children = tape.ChildrenOf(i);
        switch (tape.Operations[i])
        {
            case Operation.Number:
                break;
            case Operation.Leaf:
                MakeLeaf(i);
                break;
            case Operation.Copy:
                Inherit(i, children);
                (numerators[i], denominators[i], polynomials[i]) = (numerators[children[0]], denominators[children[0]], polynomials[children[0]]);
                break;
            case Operation.Sum when free.IsFree(i):
                VisitFreeSum(i, children);
                break;
            case Operation.Sum:
                Inherit(i, children);
                AddUp(i, children);
                break;
            case Operation.Product:
                Inherit(i, children);
                foreach (var child in children)
                {
                    numerators[i] += numerators[child];
                    denominators[i] += denominators[child];
                    polynomials[i] += polynomials[child];
                }

                break;
            case Operation.IntegerPower:
                Inherit(i, children);
                MakePower(i, children[0], (double)tape.ExponentAt(i));
                break;
            case Operation.Root:
                VisitRoot(i, children);
                break;
            case Operation.Exp:
                VisitExp(i, children);
                break;
            case Operation.Opaque:
                Inherit(i, children);
                nestings[i] = 0;
                MakeLeaf(i);
                Opaque[i] = true;
                foreach (var child in children)
                {
                    CountArgument(child);
                }

                break;
            default:
                throw new InvalidOperationException($"Unknown operation {tape.Operations[i]}.");
        }
    }

    private void MakeLeaf(int i) => numerators[i] = polynomials[i] = Math.Max(1, rootOrders[i]);

    // The variable of a free sum is worked out after the sum: v = (s − r)/c.
    private void VisitFreeSum(int i, ReadOnlySpan<int> children)
    {
        MakeLeaf(i);
        var variable = free.Variables[i];
        (numerators[variable], denominators[variable], polynomials[variable]) = (numerators[i], 0, polynomials[i]);
        foreach (var child in children)
        {
            if (child != free.Terms[i])
            {
                Inherit(variable, [child]);
                (numerators[variable], denominators[variable], polynomials[variable]) = (
                    Math.Max(numerators[variable] + denominators[child], numerators[child] + denominators[variable]),
                    denominators[variable] + denominators[child],
                    Math.Max(polynomials[variable], polynomials[child]));
            }
        }
    }

    private void AddUp(int i, ReadOnlySpan<int> children)
    {
        foreach (var child in children)
        {
            denominators[i] += denominators[child];
        }

        foreach (var child in children)
        {
            numerators[i] = Math.Max(numerators[i], numerators[child] + denominators[i] - denominators[child]);
            polynomials[i] = Math.Max(polynomials[i], polynomials[child]);
        }
    }

    private void VisitRoot(int i, ReadOnlySpan<int> children)
    {
        Inherit(i, children);
        DependsOnRoots[i] = true;
        var radicand = children[0];
        var exponent = tape.ExponentAt(i);
        if (LeafBelow(i) >= 0)
        {
            MakePower(i, radicand, (double)exponent); // a power of the leaf's own root, so the degree is an integer
            return;
        }

        if (tape.Operations[radicand] != Operation.Number)
        {
            Branches[i] |= 1UL << Math.Min(branchCount++, 63);
            Generic[i] = true;
        }

        // Clearing the root multiplies by its conjugates, one less than its order.
        var degree = Math.Ceiling(AbsoluteValue(exponent)) * (double)exponent.Denominator;
        numerators[i] = denominators[i] = degree * (numerators[radicand] + denominators[radicand]);
        polynomials[i] = degree * (polynomials[radicand] + 1);
        AddReciprocal(i, polynomials[radicand] * degree);
    }

    private void VisitExp(int i, ReadOnlySpan<int> children)
    {
        Inherit(i, children);
        nestings[i] = 0;
        Depths[i]++;
        var degree = 1.0;
        if (IsLinear(children[0]) && widths[children[0]] * scale < LargestScale)
        {
            degree = Math.Max(1, widths[children[0]] * scale);
        }
        else
        {
            Generic[i] = true;
            CountArgument(children[0]);
        }

        // Negative coefficients make denominators.
        numerators[i] = denominators[i] = polynomials[i] = degree;
        if (reciprocalDegrees.Count == 0)
        {
            reciprocalDegrees.Add(leafCount);
        }
    }

    private void MakePower(int i, int radix, double exponent)
    {
        var size = Math.Abs(exponent);
        (numerators[i], denominators[i]) = (numerators[radix] * size, denominators[radix] * size);
        polynomials[i] = polynomials[radix] * size;
        if (exponent < 0)
        {
            (numerators[i], denominators[i]) = (denominators[i], numerators[i]);
            polynomials[i] = size;
            AddReciprocal(i, polynomials[radix]);
        }
    }

    private void AddReciprocal(int i, double degree)
    {
        nestings[i]++;
        while (reciprocalDegrees.Count <= nestings[i])
        {
            reciprocalDegrees.Add(reciprocalDegrees.Count == 0 ? leafCount : 0);
        }

        reciprocalDegrees[nestings[i]] += degree;
    }

    private void CountArgument(int position)
    {
        ArgumentDegrees += DegreeOfDifference(position, position);
        ArgumentCount++;
    }

    private void Inherit(int i, ReadOnlySpan<int> children)
    {
        foreach (var child in children)
        {
            Depths[i] = Math.Max(Depths[i], Depths[child]);
            nestings[i] = Math.Max(nestings[i], nestings[child]);
            Opaque[i] |= Opaque[child];
            Generic[i] |= Generic[child];
            Branches[i] |= Branches[child];
            DependsOnRoots[i] |= DependsOnRoots[child];
        }
    }
}
