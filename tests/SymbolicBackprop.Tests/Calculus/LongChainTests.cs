using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Calculus;

/// <summary>Memory is measured: nothing else runs at the same time.</summary>
[CollectionDefinition(nameof(LongChainTests), DisableParallelization = true)]
public sealed class LongChainCollection;

/// <summary>
/// Expressions nested a million deep are built, written, differentiated both ways, evaluated, expanded and freed, on a stack that
/// would not hold a thousandth of such a recursion.
/// </summary>
[Collection(nameof(LongChainTests))]
public class LongChainTests
{
    private const int Depth = 1_000_000;
    private const int SmallStack = 256 * 1024;

    // A chain starts with e = y. Where it runs into a fixed point e = f(e, x, y), its derivatives are f_x and f_y over 1 − f_e.
    [Fact]
    public void Operations() => Check((_, e, x, y) => (x * e) + y, atX: 0.5, atY: 3, value: 6, byX: 12, byY: 2);

    [Fact]
    public void Functions() => Check(
        (_, e, _, y) => StandardFunctions.Sin.Of(e + y),
        atX: 0,
        atY: (Math.PI / 6) - 0.5,
        value: 0.5,
        byX: 0,
        byY: Math.Sqrt(0.75) / (1 - Math.Sqrt(0.75)));

    [Fact]
    public void Functions_of_nothing_but_functions() => Check(
        (i, e, x, _) => i % 2 == 0 ? StandardFunctions.Abs.Of(e) : StandardFunctions.Max.Of(e, x),
        atX: 0.25,
        atY: -0.5,
        value: 0.5,
        byX: 0,
        byY: -1,
        depth: Depth / 10);

    // Forty factors in turn, so that they do not all merge into powers.
    [Fact]
    public void Products() => Check(
        (i, e, x, y) => e * (i % 40 == 0 ? x : i % 40 == 1 ? y : e.Graph.Variable($"factor {i % 40}")),
        atX: 1,
        atY: -1,
        value: -1,
        byX: -Depth / 40,
        byY: (Depth / 40) + 1);

    [Fact]
    public void Powers() => Check((_, e, x, _) => (x * e).Pow(new Rational(1, 2)), atX: 4, atY: 3, value: 4, byX: 1, byY: 0, depth: Depth / 10);

    [Fact]
    public void Powers_of_nothing_but_powers() => Check((_, e, _, _) => e.Pow(new Rational(1, 2)), atX: 0, atY: 3, value: 1, byX: 0, byY: 0);

    [Fact]
    public void Definitions() => Check((i, e, x, y) => e.Graph.Define($"v{i}", (x * e) + y), atX: 0.5, atY: 3, value: 6, byX: 12, byY: 2);

    private static void Check(
        Func<int, Expr, Expr, Expr, Expr> next, double atX, double atY, double value, double byX, double byY, int depth = Depth)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var graph = OnSmallStack(() => BuildAndCheck(depth, next, atX, atY, value, byX, byY));
        Assert.False(IsAlive(graph), "Something still holds the graph.");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 << 20);
    }

    // In a method of its own, so that no local keeps the graph alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference BuildAndCheck(
        int depth, Func<int, Expr, Expr, Expr, Expr> next, double atX, double atY, double value, double byX, double byY)
    {
        var graph = new ExprGraph();
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        double ValueOf(Expr variable) => variable == x ? atX : variable == y ? atY : 1;
        double At(Expr e) => e.Evaluate(ValueOf);
        var e = y;
        for (var i = 0; i < depth; i++)
        {
            e = next(i, e, x, y);
        }

        var gradient = Gradient.Of(e);
        Assert.Equal(value, At(e), 1e-9);
        Assert.Equal(byX, At(gradient[x]), 1e-6);
        Assert.Equal(byY, At(gradient[y]), 1e-6);
        Assert.Equal(byX, At(e.Derivative(x)), 1e-6);
        Assert.Equal(value, At(e.Expand()), 1e-9);
        Assert.InRange(e.ToString().Length, 1, 100_000);
        Assert.InRange(gradient[x].ToString().Length, 1, 100_000);
        return new WeakReference(graph);
    }

    private static WeakReference OnSmallStack(Func<WeakReference> work)
    {
        WeakReference? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    private static bool IsAlive(WeakReference reference)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return reference.IsAlive;
    }
}
