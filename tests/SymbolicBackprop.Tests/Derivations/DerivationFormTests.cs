using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>How derivations are set out, on all examples.</summary>
public sealed class DerivationFormTests
{
    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void No_product_has_a_factor_of_1(string name)
    {
        foreach (var derivation in Told(name))
        {
            Assert.All(derivation.Steps.SelectMany(step => step.Statement.Sides), side => Assert.False(HasFactorOfOne(side)));
        }
    }

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void Several_paths_are_announced_even_where_all_error_signals_are_known(string name)
    {
        foreach (var derivation in Told(name).Where(derivation => derivation.Paths.Count > 1))
        {
            Assert.Contains(derivation.Sections, section => section.Kind == SectionKind.ErrorSignals);
        }
    }

    // Every parameter twice with the same memory, so that the second time everything is known.
    private static IEnumerable<Derivation> Told(string name)
    {
        var file = Example.Read(name);
        var builder = new DerivationBuilder(file.Network.Model, new DerivationOptions { Delta = file.Notation.Delta, MaxPaths = file.MaxPaths });
        var known = new HashSet<Formula>();
        var targets = Example.Parameters(file.Network.Model).Select(parameter => parameter.Symbol).ToList();
        return [.. targets.Concat(targets).Select(target => builder.Derive(target, known))];
    }

    private static bool HasFactorOfOne(Formula formula) =>
        (formula is Product product && product.Factors.Any(factor => factor is Literal { Value.IsOne: true }))
        || formula.Parts().Any(HasFactorOfOne);
}
