using System.Buffers;

namespace SymbolicBackprop.Expressions;

// Sums, products and powers in canonical form: flat, like terms and equal bases collected, the number first, the rest in the
// order of creation. The form is for finding equal nodes; the order in which mathematics is read belongs to formulas.
public sealed partial class ExprGraph
{
    // A nested sum or product is opened only up to this size: adding to a sum a million times must stay linear.
    private const int LargestOpened = 16;

    // How far a power is moved inwards, through products of products.
    private const int DeepestOpened = 4;

    // Numbers are folded up to about this many bits: 2^(10⁹) stays a power, and a factor or a constant that grows along a chain
    // of a million sums or products stays where it is.
    private const int LargestFoldedBits = 1 << 10;

    // Of more children, the ids are gathered in an array.
    private const int MostOnStack = 64;

    private readonly Collector terms = new();
    private readonly Collector factors = new();
    private (int Of, int Found) rest; // the one that was looked for last

    /// <summary>The sum of any number of terms.</summary>
    public Expr Sum(params ReadOnlySpan<Expr> summands)
    {
        var rented = summands.Length > MostOnStack ? ArrayPool<int>.Shared.Rent(summands.Length) : null;
        var ids = rented is null ? stackalloc int[MostOnStack] : rented;
        for (var i = 0; i < summands.Length; i++)
        {
            ids[i] = Own(summands[i]);
        }

        var sum = Sum(ids[..summands.Length]);
        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return new Expr(this, sum);
    }

    /// <summary>The sum of nodes, which are put in order on the way.</summary>
    internal int Sum(Span<int> summands)
    {
        var present = 0;
        var arePlain = true;
        foreach (var summand in summands)
        {
            if (summand != Zero.Id)
            {
                summands[present++] = summand;
                arePlain &= IsPlainTerm(summand);
            }
        }

        // Adding nothing leaves an expression as it is: −2(y − ŷ) is not multiplied out on the way.
        summands = summands[..present];
        return present == 0 ? Zero.Id
            : present == 1 ? summands[0]
            : (arePlain ? AreDistinctInOrder(summands) : AreDistinctInOrderOfRests(summands)) ? nodes.Intern(ExprKind.Sum, 0, summands)
            : SumOfCollected(summands);
    }

    // Whether the terms of a sum, some of which may be numbers or have numbers in front of them, are its children as they are: no
    // two differ in the number alone. Puts them in order on the way.
    private bool AreDistinctInOrderOfRests(Span<int> summands)
    {
        var rests = summands.Length <= MostOnStack ? stackalloc int[summands.Length] : new int[summands.Length];
        for (var i = 0; i < rests.Length; i++)
        {
            var kind = KindOf(summands[i]);
            var rest = kind == ExprKind.Number ? Zero.Id : RestOf(summands[i]);
            if (Opens(rest, ExprKind.Sum) || (rest != summands[i] && KindOf(rest) == ExprKind.Product && ChildrenOf(summands[i]).Length == 2))
            {
                return false;
            }

            rests[i] = rest;
        }

        if (!IsStrictlyAscending(rests))
        {
            rests.Sort(summands);
        }

        return IsStrictlyAscending(rests);
    }

    private int SumOfCollected(ReadOnlySpan<int> summands)
    {
        terms.Clear();
        var constant = Rational.Zero;
        foreach (var summand in summands)
        {
            AddTerm(summand, Rational.One, ref constant);
        }

        terms.Collect();
        var count = 0;
        Span<int> children = terms.Count < MostOnStack ? stackalloc int[terms.Count + 1] : new int[terms.Count + 1];
        if (!constant.IsZero)
        {
            children[count++] = Number(constant).Id;
        }

        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms.Weights[i].IsZero)
            {
                children[count++] = Scaled(terms.Weights[i], terms.Keys[i]);
            }
        }

        return count switch
        {
            0 => Zero.Id,
            1 => children[0],
            _ => nodes.Intern(ExprKind.Sum, 0, children[..count]),
        };
    }

    /// <summary>The product of any number of factors.</summary>
    public Expr Product(params ReadOnlySpan<Expr> multiplicands)
    {
        if (multiplicands.Length == 2 && TryMultiply(Own(multiplicands[0]), Own(multiplicands[1]), opensProducts: true, out var product))
        {
            return new Expr(this, product);
        }

        if (multiplicands.Length == 2 && TryPutNumberInFront(multiplicands[0].Id, multiplicands[1].Id, out product))
        {
            return new Expr(this, product);
        }

        factors.Clear();
        var coefficient = Rational.One;
        foreach (var multiplicand in multiplicands)
        {
            var id = Own(multiplicand);
            if (Opens(id, ExprKind.Product))
            {
                foreach (var child in ChildrenOf(id))
                {
                    AddFactor(child, ref coefficient);
                }
            }
            else
            {
                AddFactor(id, ref coefficient);
            }
        }

        return FinishProduct(coefficient);
    }

    /// <summary>
    /// The product of two expressions, each kept as one factor but for a number in front of it. A sweep multiplies with it: an
    /// adjoint stays shared, and is not copied factor by factor into everything that it is multiplied with.
    /// </summary>
    internal Expr SharedProduct(Expr left, Expr right) => new(this, SharedProduct(Own(left), Own(right)));

    /// <inheritdoc cref="SharedProduct(Expr, Expr)"/>
    internal int SharedProduct(int left, int right)
    {
        if (left == One.Id || right == One.Id)
        {
            return left == One.Id ? right : left;
        }

        if (left == Zero.Id || right == Zero.Id)
        {
            return Zero.Id;
        }

        if (TryMultiply(left, right, opensProducts: false, out var product) || TryScale(left, right, out product) || TryScale(right, left, out product))
        {
            return product;
        }

        factors.Clear();
        var coefficient = Rational.One;
        AddFactor(WithoutNumber(left, ref coefficient), ref coefficient);
        AddFactor(WithoutNumber(right, ref coefficient), ref coefficient);
        return FinishProduct(coefficient).Id;
    }

    // The usual case: two different factors with nothing in them to collect.
    private bool TryMultiply(int left, int right, bool opensProducts, out int product)
    {
        if (left == right || !IsPlainFactor(left, opensProducts) || !IsPlainFactor(right, opensProducts))
        {
            product = 0;
            return false;
        }

        product = nodes.Intern(ExprKind.Product, 0, left < right ? [left, right] : [right, left]);
        return true;
    }

    // The next usual case: −2 (y − ŷ) times something.
    private bool TryScale(int scaled, int other, out int product)
    {
        product = 0;
        if (KindOf(scaled) != ExprKind.Product || !IsPlainFactor(other, opensProducts: false))
        {
            return false;
        }

        var number = ChildrenOf(scaled)[0];
        var rest = RestOf(scaled);
        if (rest == scaled || rest == other || !IsPlainFactor(rest, opensProducts: false))
        {
            return false;
        }

        product = nodes.Intern(ExprKind.Product, 0, rest < other ? [number, rest, other] : [number, other, rest]);
        return true;
    }

    // A number times a variable, a sum, a function, or a power of one.
    private bool TryPutNumberInFront(int number, int other, out int product)
    {
        product = 0;
        if (KindOf(number) != ExprKind.Number || number == Zero.Id || number == One.Id)
        {
            return false;
        }

        var radix = KindOf(other) == ExprKind.Power ? ChildrenOf(other)[0] : other;
        if (!IsPlainFactor(radix, opensProducts: true))
        {
            return false;
        }

        product = nodes.Intern(ExprKind.Product, 0, [number, other]);
        return true;
    }

    private bool IsPlainFactor(int id, bool opensProducts) => KindOf(id) switch
    {
        ExprKind.Number or ExprKind.Power => false,
        ExprKind.Product => !opensProducts && KindOf(ChildrenOf(id)[0]) != ExprKind.Number,
        _ => true,
    };

    // Whether a term of a sum is one of its children as it is.
    private bool IsPlainTerm(int id) => KindOf(id) switch
    {
        ExprKind.Number => false,
        ExprKind.Sum => !Opens(id, ExprKind.Sum),
        ExprKind.Product => KindOf(ChildrenOf(id)[0]) != ExprKind.Number,
        _ => true,
    };

    private static bool AreDistinctInOrder(Span<int> ids)
    {
        if (IsStrictlyAscending(ids))
        {
            return true;
        }

        ids.Sort();
        return IsStrictlyAscending(ids);
    }

    private static bool IsStrictlyAscending(ReadOnlySpan<int> ids)
    {
        for (var i = 1; i < ids.Length; i++)
        {
            if (ids[i - 1] >= ids[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A power with a rational exponent.</summary>
    /// <exception cref="DivideByZeroException">The number 0 to a negative power.</exception>
    public Expr Power(Expr radix, Rational exponent) => Power(radix, exponent, DeepestOpened);

    private Expr Power(Expr radix, Rational exponent, int depth)
    {
        var id = Own(radix);
        if (exponent.IsZero)
        {
            return One;
        }

        if (exponent.IsOne || radix.IsOne)
        {
            return radix;
        }

        switch (KindOf(id))
        {
            case ExprKind.Number when radix.IsZero:
                return exponent.Sign > 0 ? Zero : throw new DivideByZeroException("Division by zero: 0 to a negative power.");
            case ExprKind.Number when Folds(radix.Number, exponent):
                return Number(radix.Number.Pow((int)exponent.Numerator));
            // (x^a)^n = x^(an) and (xy)^n = x^n y^n hold everywhere for integers n only: √(x²) is not x.
            case ExprKind.Power when exponent.IsInteger && !IsLarge(radix.Exponent * exponent):
                return Power(radix.Child(0), radix.Exponent * exponent, depth);
            case ExprKind.Product when exponent.IsInteger && depth > 0 && Opens(id, ExprKind.Product):
                var powers = new Expr[radix.ChildCount];
                for (var i = 0; i < powers.Length; i++)
                {
                    powers[i] = Power(radix.Child(i), exponent, depth - 1);
                }

                return Product(powers);
            default:
                return new Expr(this, nodes.Intern(ExprKind.Power, 0, [id, Number(exponent).Id]));
        }
    }

    private static bool Folds(Rational radix, Rational exponent) =>
        exponent.IsInteger
        && System.Numerics.BigInteger.Abs(exponent.Numerator) * Math.Max(radix.Numerator.GetBitLength(), radix.Denominator.GetBitLength()) <= LargestFoldedBits;

    private static bool IsLarge(Rational number) =>
        Math.Max(number.Numerator.GetBitLength(), number.Denominator.GetBitLength()) > LargestFoldedBits;

    /// <summary>Whether a node is a sum or product whose parts go one by one into a sum or product around it.</summary>
    private bool Opens(int id, ExprKind kind)
    {
        if (KindOf(id) != kind || ChildrenOf(id).Length > LargestOpened)
        {
            return false;
        }

        var first = ChildrenOf(id)[0];
        return KindOf(first) != ExprKind.Number || !IsLarge(NumberOf(first));
    }

    private void AddTerm(int id, Rational weight, ref Rational constant)
    {
        if (Opens(id, ExprKind.Sum))
        {
            // By position: collecting a scaled term can make a node and move the arrays.
            for (var i = 0; i < ChildrenOf(id).Length; i++)
            {
                AddTerm(ChildrenOf(id)[i], weight, ref constant);
            }

            return;
        }

        switch (KindOf(id))
        {
            case ExprKind.Number:
                constant += weight * NumberOf(id);
                break;
            case ExprKind.Product:
                var scale = weight;
                var rest = WithoutNumber(id, ref scale);
                if (Opens(rest, ExprKind.Sum))
                {
                    AddTerm(rest, scale, ref constant); // so that a − (a + b) is −b
                }
                else
                {
                    terms.Add(rest, scale);
                }

                break;
            default:
                terms.Add(id, weight);
                break;
        }
    }

    /// <summary>Takes the number in front of a product out of it, unless a factor would become too large.</summary>
    private int WithoutNumber(int id, ref Rational coefficient)
    {
        if (KindOf(id) != ExprKind.Product || KindOf(ChildrenOf(id)[0]) != ExprKind.Number)
        {
            return id;
        }

        var children = ChildrenOf(id);
        var product = coefficient * NumberOf(children[0]);
        if (IsLarge(product))
        {
            return id;
        }

        coefficient = product;
        return children.Length == 2 ? children[1] : nodes.Intern(ExprKind.Product, 0, children[1..]);
    }

    // A node without the number in front of it. A sweep asks for that of one adjoint again and again.
    private int RestOf(int id)
    {
        if (id != rest.Of)
        {
            var coefficient = Rational.One;
            rest = (id, WithoutNumber(id, ref coefficient));
        }

        return rest.Found;
    }

    private void AddFactor(int id, ref Rational coefficient)
    {
        switch (KindOf(id))
        {
            case ExprKind.Number:
                coefficient *= NumberOf(id);
                break;
            case ExprKind.Power:
                factors.Add(ChildrenOf(id)[0], NumberOf(ChildrenOf(id)[1]));
                break;
            default:
                factors.Add(id, Rational.One);
                break;
        }
    }

    private Expr FinishProduct(Rational coefficient)
    {
        if (coefficient.IsZero)
        {
            return Zero;
        }

        factors.Collect();
        for (var i = 0; i < factors.Count; i++)
        {
            if (Unfolds(factors.Keys[i], factors.Weights[i]))
            {
                return Unfold(coefficient);
            }
        }

        var count = 0;
        Span<int> children = factors.Count < MostOnStack ? stackalloc int[factors.Count + 1] : new int[factors.Count + 1];
        for (var i = 0; i < factors.Count; i++)
        {
            var (radix, exponent) = (factors.Keys[i], factors.Weights[i]);
            if (exponent.IsOne)
            {
                children[1 + count++] = radix;
            }
            else if (!exponent.IsZero)
            {
                children[1 + count++] = nodes.Intern(ExprKind.Power, 0, [radix, Number(exponent).Id]);
            }
        }

        if (coefficient.IsOne)
        {
            return count switch
            {
                0 => One,
                1 => new Expr(this, children[1]),
                _ => new Expr(this, nodes.Intern(ExprKind.Product, 0, children[1..(count + 1)])),
            };
        }

        children[0] = Number(coefficient).Id;
        return count == 0
            ? new Expr(this, children[0])
            : new Expr(this, nodes.Intern(ExprKind.Product, 0, children[..(count + 1)]));
    }

    // Equal roots of a number or of a power come together to something that is no root: √2·√2 = 2 and √(x²)·√(x²) = x².
    private bool Unfolds(int radix, Rational exponent) => exponent.IsInteger && KindOf(radix) switch
    {
        ExprKind.Number => Folds(NumberOf(radix), exponent),
        ExprKind.Power => !IsLarge(NumberOf(ChildrenOf(radix)[1]) * exponent),
        _ => false,
    };

    private Expr Unfold(Rational coefficient)
    {
        // Out of the collector first: powers and the product need it.
        var radices = factors.Keys[..factors.Count];
        var exponents = factors.Weights[..factors.Count];
        var parts = new Expr[radices.Length + 1];
        parts[^1] = Number(coefficient);
        for (var i = 0; i < radices.Length; i++)
        {
            parts[i] = Power(new Expr(this, radices[i]), exponents[i]);
        }

        return Product(parts);
    }

    private int Scaled(Rational weight, int id)
    {
        if (weight.IsOne)
        {
            return id;
        }

        var number = Number(weight).Id;
        return KindOf(id) == ExprKind.Product && KindOf(ChildrenOf(id)[0]) != ExprKind.Number
            ? nodes.Intern(ExprKind.Product, 0, [number, .. ChildrenOf(id)])
            : nodes.Intern(ExprKind.Product, 0, [number, id]);
    }

    /// <summary>Pairs of a node and its weight (a term's coefficient, a factor's exponent), collected by node.</summary>
    private sealed class Collector
    {
        public int[] Keys { get; private set; } = new int[4];

        public Rational[] Weights { get; private set; } = new Rational[4];

        public int Count { get; private set; }

        public void Clear() => Count = 0;

        public void Add(int key, Rational weight)
        {
            if (Count == Keys.Length)
            {
                var (keys, weights) = (Keys, Weights);
                Array.Resize(ref keys, Count * 2);
                Array.Resize(ref weights, Count * 2);
                (Keys, Weights) = (keys, weights);
            }

            Keys[Count] = key;
            Weights[Count++] = weight;
        }

        /// <summary>Sorts by node and adds up the weights of equal nodes.</summary>
        public void Collect()
        {
            if (IsStrictlyAscending(Keys.AsSpan(0, Count)))
            {
                return;
            }

            Array.Sort(Keys, Weights, 0, Count);
            var last = 0;
            for (var i = 1; i < Count; i++)
            {
                if (Keys[i] == Keys[last])
                {
                    Weights[last] += Weights[i];
                }
                else
                {
                    last++;
                    (Keys[last], Weights[last]) = (Keys[i], Weights[i]);
                }
            }

            Count = last + 1;
        }
    }
}
