using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Numbers;

/// <summary>Numbers that a derivation is worked with.</summary>
/// <param name="Values">A number for every quantity of the network that has no definition.</param>
public sealed record NumericExample(IReadOnlyDictionary<Symbol, Rational> Values)
{
    /// <summary>How many digits of computed numbers are printed.</summary>
    public DigitsShown Digits { get; init; } = DigitsShown.Default;

    /// <summary>The learning rate of gradient descent, or null where no step is made.</summary>
    public Rational? LearningRate { get; init; }

    /// <summary>Whether a step changes biases too.</summary>
    public bool UpdatesBiases { get; init; } = true;

    /// <summary>The epochs after which the table of training shows the network, ascending; none for no table.</summary>
    public EquatableList<int> Epochs { get; init; }

    /// <summary>The numbers that stand for themselves wherever they are printed.</summary>
    internal IEnumerable<Rational> Constants => LearningRate is { } rate ? Values.Values.Append(rate) : Values.Values;

    /// <summary>The values as numbers to compute with.</summary>
    internal IReadOnlyDictionary<Symbol, BoundedNumber> Given => Values.ToDictionary(value => value.Key, value => BoundedNumber.Of(value.Value));
}
