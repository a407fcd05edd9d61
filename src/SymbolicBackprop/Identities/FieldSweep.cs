using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities;

/// <summary>
/// Values of a tape at random points of the fields of a <see cref="PrimeChain"/>. Roots of the tape are evaluated at the top level;
/// the exponent of e^u is needed one level below, where residues are what powers of g depend on. A variable has an independent
/// random residue at each level.
/// </summary>
/// <remarks>
/// A power x^(m/n) is x^(m·n⁻¹ mod q) for a square x: in the group of squares, of prime order q, the nth root is unique, so
/// √a·√b = √(ab) holds and √(x²) is x or −x, whichever is a square. Where x is no square, the point has no value.
/// An opaque function has a value that is drawn from its argument's residue: equal arguments give equal values, and nothing else
/// is assumed.
/// </remarks>
internal sealed class FieldSweep
{
    /// <summary>Stands for a value that does not exist: something was divided by zero, or was to be a square and is none.</summary>
    public const ulong None = ulong.MaxValue;

    // A table of powers of g pays for itself from about this many exponentials of a level on.
    private const int FewExponentials = 4;

    private readonly Tape tape;
    private readonly FreeSums free;
    private readonly bool[] rooted;
    private readonly bool[]? varying;
    private readonly Level[] levels;
    private readonly int[] functionKeys;
    private readonly long[] exponents;
    private readonly ushort[] needed; // one bit a level
    private readonly ushort[] neededOutside; // of variables of free sums: what else than the sum needs them

    /// <summary>Prepares the sweep.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="free">Its free sums.</param>
    /// <param name="traits">What is known of its steps.</param>
    /// <param name="roots">Which positions are to be evaluated at the top level; none may nest deeper than the chain.</param>
    /// <param name="varying">Which positions are drawn anew at each point, by default all; the others are drawn from a second key.</param>
    public FieldSweep(Tape tape, FreeSums free, TapeTraits traits, IEnumerable<int> roots, bool[]? varying = null)
    {
        (this.tape, this.free, this.varying) = (tape, free, varying);
        rooted = traits.Rooted;
        needed = new ushort[tape.Count];
        neededOutside = new ushort[tape.Count];
        foreach (var root in roots)
        {
            needed[root] |= 1 << PrimeChain.Top;
        }

        for (var i = tape.Count - 1; i >= 0; i--)
        {
            PassOn(i);
        }

        exponents = new long[tape.Count];
        functionKeys = new int[tape.Count];
        ReadExponentsAndFunctions();
        levels = MakeLevels();
    }

    /// <summary>Evaluates at a point.</summary>
    /// <param name="pointKey">What the point is drawn from.</param>
    public void MoveTo(ulong pointKey) => MoveTo(pointKey, pointKey);

    /// <summary>Evaluates at a point.</summary>
    /// <param name="pointKey">What the varying positions are drawn from.</param>
    /// <param name="fixedKey">What the others, and the generators g that stand for e, are drawn from.</param>
    public void MoveTo(ulong pointKey, ulong fixedKey)
    {
        for (var k = 0; k < levels.Length; k++)
        {
            if (levels[k].Order.Length > 0)
            {
                levels[k].Key = Scramble.Mix(pointKey, (ulong)k);
                levels[k].FixedKey = Scramble.Mix(fixedKey, (ulong)k);
                Evaluate(levels[k], k > 0 ? levels[k - 1] : null);
            }
        }
    }

    /// <summary>The residue of a root at the present point, or <see cref="None"/>.</summary>
    public ulong ValueAt(int root) => levels[PrimeChain.Top].Values[root];

    private void PassOn(int i)
    {
        var need = needed[i];
        if (free.IsFree(i))
        {
            // All other uses of the variable come after the sum, so what they need is known here.
            var variable = free.Variables[i];
            neededOutside[variable] = needed[variable];
            need = needed[variable];
            foreach (var child in tape.ChildrenOf(i))
            {
                if (child != free.Terms[i])
                {
                    needed[child] |= need;
                }
            }

            needed[i] |= need;
            return;
        }

        if (free.Sums[i] >= 0)
        {
            return;
        }

        var below = tape.Operations[i] == Operation.Exp ? (ushort)(need >> 1) : need;
        foreach (var child in tape.ChildrenOf(i))
        {
            needed[child] |= below;
        }
    }

    private void ReadExponentsAndFunctions()
    {
        var keys = new Dictionary<Function, int>();
        for (var i = 0; i < tape.Count; i++)
        {
            switch (tape.Operations[i])
            {
                case Operation.IntegerPower:
                    // An exponent beyond the range makes a degree that no number of points is enough for, so the value is not used.
                    var exponent = tape.ExponentAt(i).Numerator;
                    exponents[i] = exponent > long.MaxValue ? long.MaxValue : exponent < -long.MaxValue ? -long.MaxValue : (long)exponent;
                    break;
                case Operation.Opaque:
                    var function = tape.FunctionAt(i);
                    functionKeys[i] = keys.TryGetValue(function, out var key) ? key : keys[function] = keys.Count;
                    break;
                default:
                    break;
            }
        }
    }

    private Level[] MakeLevels()
    {
        var made = new Level[PrimeChain.Top + 1];
        for (var k = 0; k < made.Length; k++)
        {
            var (order, exponentials) = (new List<int>(), 0);
            for (var i = 0; i < tape.Count; i++)
            {
                if ((needed[i] >> k & 1) != 0 && free.Sums[i] < 0)
                {
                    order.Add(i);
                    exponentials += tape.Operations[i] == Operation.Exp ? 1 : 0;
                }
            }

            made[k] = new Level(k, [.. order], order.Count > 0 ? new ulong[tape.Count] : [], exponentials > FewExponentials);
            foreach (var i in made[k].Order)
            {
                if (tape.Operations[i] == Operation.Number)
                {
                    made[k].Values[i] = made[k].Field.Enter(tape.NumberAt(i)) ?? None;
                }
                else if (tape.Operations[i] == Operation.Root)
                {
                    made[k].RootExponents[i] = RootExponent(tape.ExponentAt(i), made[k].Field.SquaresOrder);
                }
            }
        }

        return made;
    }

    // m/n modulo the order of the squares, or null where n has no inverse, as can happen at the lowest level only.
    private static ulong? RootExponent(Rational exponent, ulong order)
    {
        var (inverse, next) = ((Int128)0, (Int128)1);
        var (rest, divisor) = ((Int128)order, (Int128)PrimeField.Reduce(exponent.Denominator, order));
        while (divisor != 0)
        {
            var quotient = rest / divisor;
            (inverse, next) = (next, inverse - (quotient * next));
            (rest, divisor) = (divisor, rest - (quotient * divisor));
        }

        if (rest != 1)
        {
            return null;
        }

        var positive = (UInt128)(inverse < 0 ? inverse + order : inverse);
        return (ulong)(positive * PrimeField.Reduce(exponent.Numerator, order) % order);
    }

    private void Evaluate(Level level, Level? below)
    {
        var field = level.Field;
        var values = level.Values;
        level.DrawGenerator();
        foreach (var i in level.Order)
        {
            var children = tape.ChildrenOf(i);
            switch (tape.Operations[i])
            {
                case Operation.Number:
                    break;
                case Operation.Leaf:
                    values[i] = Draw(level, i);
                    break;
                case Operation.Copy:
                    values[i] = values[children[0]];
                    break;
                case Operation.Sum when free.IsFree(i):
                    values[i] = Draw(level, i);
                    if ((neededOutside[free.Variables[i]] >> level.Index & 1) != 0)
                    {
                        values[free.Variables[i]] = SolveFor(level, i, children);
                    }

                    break;
                case Operation.Sum:
                    values[i] = Sum(field, values, children, except: -1);
                    break;
                case Operation.Product:
                    values[i] = Product(field, values, children);
                    break;
                case Operation.IntegerPower:
                    values[i] = Power(field, values[children[0]], exponents[i]);
                    break;
                case Operation.Root:
                    values[i] = Root(field, values[children[0]], level.RootExponents[i]);
                    break;
                case Operation.Exp:
                    var exponent = below!.Values[children[0]];
                    values[i] = exponent == None ? None : level.PowerOfGenerator(below.Field.Leave(exponent));
                    break;
                case Operation.Opaque:
                    values[i] = Opaque(level, i, children);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown operation {tape.Operations[i]}.");
            }
        }
    }

    private ulong Draw(Level level, int position) => Residue(level, position, Scramble.Mix(KeyAt(level, position), (ulong)position));

    private ulong KeyAt(Level level, int position) => varying is null || varying[position] ? level.Key : level.FixedKey;

    private ulong Residue(Level level, int position, ulong key)
    {
        if (!rooted[position])
        {
            return Scramble.Below(level.Field.Modulus, key);
        }

        var root = 1 + Scramble.Below(level.Field.Modulus - 1, key);
        return level.Field.Multiply(root, root);
    }

    private ulong SolveFor(Level level, int sum, ReadOnlySpan<int> children)
    {
        var rest = Sum(level.Field, level.Values, children, except: free.Terms[sum]);
        if (rest == None)
        {
            return None;
        }

        var value = level.Field.Subtract(level.Values[sum], rest);
        if (free.Terms[sum] == free.Variables[sum])
        {
            return value;
        }

        var coefficient = level.Field.Enter(tape.NumberAt(tape.ChildrenOf(free.Terms[sum])[0]));
        return coefficient is null or 0 ? None : level.Field.Multiply(value, level.Field.Inverse(coefficient.Value));
    }

    private ulong Opaque(Level level, int position, ReadOnlySpan<int> children)
    {
        var key = Scramble.Mix(~KeyAt(level, position), (ulong)functionKeys[position]);
        foreach (var child in children)
        {
            if (level.Values[child] == None)
            {
                return None;
            }

            key = Scramble.Mix(key, level.Values[child]);
        }

        return Residue(level, position, key);
    }

    private static ulong Sum(PrimeField field, ulong[] values, ReadOnlySpan<int> children, int except)
    {
        var sum = 0UL;
        foreach (var child in children)
        {
            if (child == except)
            {
                continue;
            }

            if (values[child] == None)
            {
                return None;
            }

            sum = field.Add(sum, values[child]);
        }

        return sum;
    }

    private static ulong Product(PrimeField field, ulong[] values, ReadOnlySpan<int> children)
    {
        var product = values[children[0]];
        if (product == None)
        {
            return None;
        }

        foreach (var child in children[1..])
        {
            if (values[child] == None)
            {
                return None;
            }

            product = field.Multiply(product, values[child]);
        }

        return product;
    }

    private static ulong Power(PrimeField field, ulong radix, long exponent)
    {
        if (radix == None || (radix == 0 && exponent < 0))
        {
            return None;
        }

        return exponent switch
        {
            -1 => field.Inverse(radix),
            < 0 => field.Inverse(field.Power(radix, (ulong)-exponent)),
            _ => field.Power(radix, (ulong)exponent),
        };
    }

    private static ulong Root(PrimeField field, ulong radicand, ulong? exponent) =>
        radicand is None or 0 || exponent is null || !field.IsSquare(radicand) ? None : field.Power(radicand, exponent.Value);

    /// <summary>What is needed of one field.</summary>
    private sealed class Level(int index, int[] order, ulong[] values, bool tabulated)
    {
        private readonly ulong[] powers = tabulated ? new ulong[16 * 16] : [];
        private ulong generator;

        public int Index { get; } = index;

        public PrimeField Field { get; } = PrimeChain.At(index);

        public ulong Key { get; set; }

        public ulong FixedKey { get; set; }

        /// <summary>The positions to evaluate, ascending.</summary>
        public int[] Order { get; } = order;

        /// <summary>Residues by position.</summary>
        public ulong[] Values { get; } = values;

        public Dictionary<int, ulong?> RootExponents { get; } = [];

        /// <summary>Draws g, a square other than 1, which generates all squares because their number is prime.</summary>
        public void DrawGenerator()
        {
            for (var key = Scramble.Mix(FixedKey); ; key = Scramble.Mix(key))
            {
                var root = Scramble.Below(Field.Modulus, key);
                generator = Field.Multiply(root, root);
                if (generator != 0 && generator != Field.One)
                {
                    break;
                }
            }

            // powers[16w + d] = g^(d·16^w)
            var step = generator;
            for (var start = 0; start < powers.Length; start += 16)
            {
                powers[start] = Field.One;
                for (var digit = 1; digit < 16; digit++)
                {
                    powers[start + digit] = Field.Multiply(powers[start + digit - 1], step);
                }

                step = Field.Multiply(powers[start + 15], step);
            }
        }

        public ulong PowerOfGenerator(ulong exponent)
        {
            if (powers.Length == 0)
            {
                return Field.Power(generator, exponent);
            }

            var result = powers[(int)(exponent & 15)];
            for (var start = 16; start < powers.Length; start += 16)
            {
                exponent >>= 4;
                result = Field.Multiply(result, powers[start + (int)(exponent & 15)]);
            }

            return result;
        }
    }
}
