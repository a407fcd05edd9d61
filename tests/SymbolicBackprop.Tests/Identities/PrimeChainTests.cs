using System.Numerics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Tests.Identities;

public class PrimeChainTests
{
    [Fact]
    public void Every_level_is_a_prime_and_twice_the_one_below_plus_one()
    {
        Assert.Equal(PrimeChain.First, PrimeChain.At(0).Modulus);
        for (var level = 0; level <= PrimeChain.Top; level++)
        {
            Assert.True(IsPrime(PrimeChain.At(level).Modulus), $"level {level}");
            if (level > 0)
            {
                Assert.Equal((2 * (BigInteger)PrimeChain.At(level - 1).Modulus) + 1, PrimeChain.At(level).Modulus);
            }
        }

        Assert.False(IsPrime(PrimeChain.First + 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(PrimeChain.Top)]
    public void Arithmetic_is_that_of_integers_modulo_the_prime(int level)
    {
        var field = PrimeChain.At(level);
        BigInteger p = field.Modulus;
        ulong[] samples = [0, 1, 2, 3, field.Modulus - 1, field.Modulus - 2, field.Modulus / 2, .. Enumerable.Range(0, 40).Select(i => Scramble.Below(field.Modulus, (ulong)i))];
        foreach (var x in samples)
        {
            foreach (var y in samples)
            {
                var (a, b) = (field.Enter(x), field.Enter(y));
                Assert.Equal((x + (BigInteger)y) % p, field.Leave(field.Add(a, b)));
                Assert.Equal((x + p - y) % p, field.Leave(field.Subtract(a, b)));
                Assert.Equal(x * (BigInteger)y % p, field.Leave(field.Multiply(a, b)));
                Assert.Equal(BigInteger.ModPow(x, y, p), field.Leave(field.Power(a, y)));
            }

            if (x != 0)
            {
                Assert.Equal(field.One, field.Multiply(field.Enter(x), field.Inverse(field.Enter(x))));
            }
        }

        Assert.Equal(field.Enter(3UL), field.Multiply(field.Enter(new Rational(-3, 4))!.Value, field.Negate(field.Enter(4UL))));
    }

    // Miller and Rabin's test with these bases is right for all numbers below 3.3·10²⁴ (J. Sorenson, J. Webster, 2015).
    private static bool IsPrime(ulong n)
    {
        var twos = BitOperations.TrailingZeroCount(n - 1);
        foreach (var radix in new[] { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41 })
        {
            var x = BigInteger.ModPow(radix, (n - 1) >> twos, n);
            if (x.IsOne || x == n - 1)
            {
                continue;
            }

            var passed = false;
            for (var i = 1; i < twos && !passed; i++)
            {
                x = x * x % n;
                passed = x == n - 1;
            }

            if (!passed)
            {
                return false;
            }
        }

        return true;
    }
}
