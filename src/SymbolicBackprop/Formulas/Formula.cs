using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Formulas;

/// <summary>
/// Mathematics for reading: a tree that keeps the order in which it is to be written. A formula has no brackets; writers set them
/// where the tree needs them.
/// </summary>
public abstract partial record Formula
{
    /// <summary>The formula with a number in the place of an index letter.</summary>
    internal abstract Formula Bind(string letter, int value);

    /// <summary>
    /// A product of formulas, without factors of 1, unless it is a rounded 1.00, and with products among them opened. A minus sign of the factor that is left first goes
    /// before the product.
    /// </summary>
    public static Formula ProductOf(params IEnumerable<Formula> factors)
    {
        var flat = factors
            .SelectMany(factor => factor is Product product ? product.Factors : (IEnumerable<Formula>)[factor])
            .Where(factor => factor is not Literal { Value.IsOne: true, Places: 0 })
            .ToEquatableList();
        return flat.Count switch
        {
            0 => Literal.One,
            1 => flat[0],
            _ when flat[0] is Negative first => -ProductOf([first.Body, .. flat.Skip(1)]),
            _ => new Product(flat),
        };
    }

    /// <summary>A sum of formulas, with sums among them opened.</summary>
    public static Formula SumOf(params IEnumerable<Formula> terms)
    {
        var flat = terms
            .SelectMany(term => term is Sum sum ? sum.Terms : (IEnumerable<Formula>)[term])
            .Where(term => term is not Literal { Value.IsZero: true, Places: 0 })
            .ToEquatableList();
        return flat.Count switch
        {
            0 => Literal.Zero,
            1 => flat[0],
            _ => new Sum(flat),
        };
    }

    /// <summary>The formula times −1.</summary>
    public static Formula operator -(Formula formula) => formula is Negative negative ? negative.Body : new Negative(formula);

    /// <summary>A sum; see <see cref="SumOf"/>.</summary>
    public static Formula operator +(Formula left, Formula right) => SumOf(left, right);

    /// <summary>A difference.</summary>
    public static Formula operator -(Formula left, Formula right) => SumOf(left, -right);

    /// <summary>A product; see <see cref="ProductOf"/>.</summary>
    public static Formula operator *(Formula left, Formula right) => ProductOf(left, right);

    /// <summary>A fraction.</summary>
    public static Formula operator /(Formula over, Formula under) => new Fraction(over, under);

    /// <summary>A small whole number in a formula.</summary>
    /// <param name="number">The number; a negative one gets a minus sign.</param>
    public static implicit operator Formula(int number) => new Rational(number, 1).ToFormula();
}

/// <summary>A formula with a minus sign before it; as a term of a sum it is subtracted.</summary>
/// <param name="Body">What the sign stands before.</param>
public sealed record Negative(Formula Body) : Formula
{
    internal override Formula Bind(string letter, int value) => new Negative(Body.Bind(letter, value));
}

/// <summary>Two or more terms.</summary>
/// <param name="Terms">The terms in reading order.</param>
public sealed record Sum(EquatableList<Formula> Terms) : Formula
{
    internal override Formula Bind(string letter, int value) =>
        new Sum(Terms.Select(term => term.Bind(letter, value)).ToEquatableList());
}

/// <summary>Two or more factors.</summary>
/// <param name="Factors">The factors in reading order.</param>
public sealed record Product(EquatableList<Formula> Factors) : Formula
{
    internal override Formula Bind(string letter, int value) =>
        new Product(Factors.Select(factor => factor.Bind(letter, value)).ToEquatableList());
}

/// <summary>A quotient set as a fraction.</summary>
/// <param name="Over">The numerator.</param>
/// <param name="Under">The denominator.</param>
public sealed record Fraction(Formula Over, Formula Under) : Formula
{
    internal override Formula Bind(string letter, int value) => new Fraction(Over.Bind(letter, value), Under.Bind(letter, value));
}

/// <summary>A power.</summary>
/// <param name="Base">The base.</param>
/// <param name="Exponent">The exponent.</param>
public sealed record Power(Formula Base, Formula Exponent) : Formula
{
    internal override Formula Bind(string letter, int value) => new Power(Base.Bind(letter, value), Exponent.Bind(letter, value));
}

/// <summary>A function of a layer or of mathematics, applied, or standing for itself as in f′ = 1 − f².</summary>
/// <param name="Function">The function.</param>
/// <param name="Primes">How often it is differentiated.</param>
/// <param name="Arguments">The arguments; none where the function stands for itself.</param>
public sealed record Call(FunctionSymbol Function, int Primes, EquatableList<Formula> Arguments) : Formula
{
    /// <summary>A function of mathematics applied to an argument.</summary>
    public static Call Of(string name, Formula argument) => new(new FunctionSymbol(name, null), 0, [argument]);

    internal override Formula Bind(string letter, int value) => new Call(
        Function with { Layer = Function.Layer?.Bind(letter, value) },
        Primes,
        Arguments.Select(argument => argument.Bind(letter, value)).ToEquatableList());
}

/// <summary>A derivative in Leibniz's form, ∂of/∂by, through all the quantities between the two.</summary>
/// <param name="Of">The quantity that is differentiated.</param>
/// <param name="By">The quantity that it is differentiated by.</param>
public sealed record Derivative(Formula Of, Formula By) : Formula
{
    internal override Formula Bind(string letter, int value) => new Derivative(Of.Bind(letter, value), By.Bind(letter, value));
}

/// <summary>
/// What a formula changes by in the direction of a vector v with a component for each parameter, through all definitions: Pearlmutter's
/// R{·} (1994). Of a parameter it is the component of v.
/// </summary>
/// <param name="Of">What is differentiated.</param>
public sealed record Directional(Formula Of) : Formula
{
    internal override Formula Bind(string letter, int value) => new Directional(Of.Bind(letter, value));
}

/// <summary>What one path of the network contributes to a derivative: the derivative's share that flows over it.</summary>
/// <param name="Whole">The derivative or error signal that it is a share of.</param>
/// <param name="Path">The number of the path, counted from 1.</param>
public sealed record PathShare(Formula Whole, int Path) : Formula
{
    internal override Formula Bind(string letter, int value) => this with { Whole = Whole.Bind(letter, value) };
}

/// <summary>A formula with a brace under it and a label that says what it is.</summary>
/// <param name="Body">What the brace spans.</param>
/// <param name="Label">What it is equal to.</param>
public sealed record Underbrace(Formula Body, Formula Label) : Formula
{
    internal override Formula Bind(string letter, int value) => new Underbrace(Body.Bind(letter, value), Label.Bind(letter, value));
}

/// <summary>A sum over an index, set with Σ.</summary>
/// <param name="Letter">The letter of the index.</param>
/// <param name="From">The first value; null where no limits are written and the sum goes over all units that there are.</param>
/// <param name="To">The last value; null where no limits are written. A letter that nothing else gives a value stands for the number of units.</param>
/// <param name="Body">The term.</param>
public sealed record Summation(string Letter, Index? From, Index? To, Formula Body) : Formula
{
    internal override Formula Bind(string letter, int value) => new Summation(
        Letter,
        From?.Bind(letter, value),
        To?.Bind(letter, value),
        letter == Letter ? Body : Body.Bind(letter, value)); // an inner index hides an outer one of the same letter
}

/// <summary>The question mark of a question such as ∂loss/∂w = ?</summary>
public sealed record Unknown : Formula
{
    internal override Formula Bind(string letter, int value) => this;
}
