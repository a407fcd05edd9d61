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

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void Every_factor_of_a_chain_that_is_1_is_said_to_be(string name)
    {
        foreach (var derivation in Told(name).Where(derivation => derivation.Paths.Count > 0 && derivation.Target.Role == Role.Bias))
        {
            var factor = new Derivative(derivation.Target with { Role = Role.PreActivation }, derivation.Target);
            var isPartOfChain = derivation.Steps.SelectMany(step => step.Statement.Sides).Any(side => side is Product product && product.Factors.Contains(factor));
            Assert.Equal(isPartOfChain, derivation.Steps.Any(step => step.Statement == Statement.Equality(factor, Literal.One)));
        }
    }

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void Where_a_function_is_differentiated_its_unit_is_defined(string name)
    {
        foreach (var derivation in Told(name))
        {
            var defined = derivation.Sections.Where(section => section.Kind == SectionKind.Definitions)
                .SelectMany(section => section.Steps).SelectMany(step => step.Statement.Instances()).Select(statement => statement.First).ToHashSet();
            var differentiated = derivation.Steps.SelectMany(step => step.Statement.Instances()).SelectMany(statement => statement.Sides).SelectMany(side => side.WithParts())
                .OfType<Call>().Where(call => call is { Primes: 1, Arguments: [Symbol { Indices: [{ Letter: null }] }] });
            Assert.All(differentiated, call => Assert.Contains((Symbol)call.Arguments[0] with { Role = Role.Activation }, defined));
        }
    }

    // Every parameter twice with the same memory, so that the second time everything is known.
    private static IEnumerable<Derivation> Told(string name)
    {
        var file = Example.Read(name);
        var builder = new DerivationBuilder(file.Model, new DerivationOptions { Delta = file.Notation.Delta, MaxPaths = file.MaxPaths });
        var known = new HashSet<Formula>();
        var targets = Example.Parameters(file.Model).Select(parameter => parameter.Symbol).ToList();
        return [.. targets.Concat(targets).Select(target => builder.Derive(target, known))];
    }

    private static bool HasFactorOfOne(Formula formula) =>
        (formula is Product product && product.Factors.Any(factor => factor is Literal { Value.IsOne: true }))
        || formula.Parts().Any(HasFactorOfOne);
}
