using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Models.Matrices;

/// <summary>
/// What formulas about whole layers mean in a model: each entry becomes an expression over the model's variables. First of all the
/// shapes have to go together.
/// </summary>
/// <param name="meaning">What the entries mean, and how they are laid out.</param>
internal sealed class MatrixMeaning(Meaning meaning)
{
    private readonly Shapes shapes = new(meaning);

    private ExprGraph Graph => meaning.Model.Graph;

    /// <summary>The matrix that a formula stands for; a number where it does not speak of whole layers.</summary>
    /// <exception cref="MeaninglessException">The formula says nothing in this model, or its shapes do not go together.</exception>
    public Matrix Of(Formula formula)
    {
        shapes.Of(formula);
        return Value(formula);
    }

    /// <summary>The entries of two sides that are said to be equal, pair by pair.</summary>
    /// <exception cref="MeaninglessException">A side says nothing in this model, or the sides have different shapes.</exception>
    public IEnumerable<(Expr Left, Expr Right)> Pairs(Formula left, Formula right)
    {
        var (leftShape, rightShape) = (shapes.Of(left), shapes.Of(right));
        if (!leftShape.Fits(rightShape))
        {
            throw Shapes.Mistaken(ShapeRule.Equality, left, leftShape, right, rightShape);
        }

        return Value(left).Entries.Zip(Value(right).Entries);
    }

    /// <summary>Holds the shape of a formula against the one that the label under it says.</summary>
    /// <exception cref="MeaninglessException">It has another shape.</exception>
    public void CheckLabel(Formula body, Dimensions label)
    {
        var (shape, said) = (shapes.Of(body), new Shape(label.Rows, label.Columns));
        if (!shape.Fits(said))
        {
            throw Shapes.Mistaken(ShapeRule.Label, body, shape, label, said);
        }
    }

    /// <summary>The quantities that a symbol for a whole layer stands for, row by row.</summary>
    public IEnumerable<Symbol> QuantitiesOf(Symbol whole)
    {
        var shape = shapes.Of(whole);
        return Enumerable.Range(0, shape.Count).Select(i => QuantityAt(whole, i / shape.Columns, i % shape.Columns));
    }

    private Symbol QuantityAt(Symbol whole, int row, int column) => whole.Role == Role.Weight
        ? meaning.Layout.WeightAt(whole, row + 1, column + 1)
        : whole.IsBatch ? Entry(whole, unit: IsRows ? column : row) with { Sample = (IsRows ? row : column) + 1 }
        : Entry(whole, unit: row + column);

    private bool IsRows => meaning.Layout.AreVectorsRows;

    private static Symbol Entry(Symbol whole, int unit) => whole with { IsWhole = false, IsBatch = false, Indices = [unit + 1] };

    private Matrix Value(Formula formula) => formula switch
    {
        _ when !formula.SpeaksOfLayers() => Matrix.Of(meaning.Of(formula)),
        Symbol whole when whole == Symbol.Ones => Matrix.Of(shapes.Of(whole), (_, _) => Graph.One),
        Symbol whole => Matrix.Of(shapes.Of(whole), (row, column) => meaning.Of(QuantityAt(whole, row, column))),
        Negative negative => Value(negative.Body).Map(entry => -entry),
        Underbrace brace => Value(brace.Body),
        Sum sum => Entrywise(sum.Terms, entries => Graph.Sum(entries)),
        Summation summation => Entrywise(meaning.TermsOf(summation), entries => Graph.Sum(entries)),
        Hadamard hadamard => Entrywise(hadamard.Factors, entries => Graph.Product(entries)),
        Product product => product.Factors.Select(Value).Aggregate(Times),
        Transpose transpose => Transposed(Value(transpose.Body)),
        Fraction fraction => Quotient(Value(fraction.Over), Value(fraction.Under).Entries[0]),
        Power power => Matrix.Of(meaning.Raised(Value(power.Base).Entries[0], power.Exponent)),
        Call call when ChainProduct.From(call) is { } chain => Differentiated(chain.Of, (Symbol)chain.By, chain.Through),
        Call call => Applied(call),
        Directional directional => Value(directional.Of).Map(meaning.AlongDirection),
        Nabla nabla => Differentiated(nabla.Of, (Symbol)nabla.By),
        Derivative derivative => Differentiated(derivative.Of, (Symbol)derivative.By),
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    private static Matrix Entrywise(IEnumerable<Formula> parts, Func<Formula, Matrix> value, Func<Expr[], Expr> join)
    {
        List<Matrix> values = [.. parts.Select(value)];
        var shape = values.Select(each => each.Shape).Aggregate((one, other) => one.Count < other.Count || one.IsNumber ? other : one);
        return Matrix.Of(shape, (row, column) => join([.. values.Select(each => each[row, column])]));
    }

    private Matrix Entrywise(IEnumerable<Formula> parts, Func<Expr[], Expr> join) => Entrywise(parts, Value, join);

    private static Matrix Quotient(Matrix over, Expr under) => over.Map(entry => entry / under);

    private static Matrix Transposed(Matrix matrix) => Matrix.Of(matrix.Shape.Transposed, (row, column) => matrix[column, row]);

    private Matrix Times(Matrix left, Matrix right) =>
        left.Shape.IsNumber ? right.Map(entry => left.Entries[0] * entry)
        : right.Shape.IsNumber ? left.Map(entry => entry * right.Entries[0])
        : Matrix.Of(
            new Shape(left.Shape.Rows, right.Shape.Columns),
            (row, column) => Graph.Sum([.. Enumerable.Range(0, left.Shape.Columns).Select(i => left[row, i] * right[i, column])]));

    private Matrix Applied(Call call)
    {
        var argument = Value(call.Arguments[0]);
        if (Shapes.IsNorm(call))
        {
            return Matrix.Of(StandardFunctions.Sqrt.Of(Graph.Sum([.. argument.Entries.Select(entry => entry * entry)])));
        }

        if (meaning.VectorFunctionOf(call) is not { } vector)
        {
            return argument.Map(entry => meaning.Applied(call, [entry]));
        }

        return call.Primes == 0
            ? OfEachVector(argument, vector)
            : throw new MeaninglessException($"{call.Function} is a function of a whole layer; a prime does not say by which entry to differentiate.");
    }

    // Softmax and its like take the units of each sample.
    private Matrix OfEachVector(Matrix argument, VectorActivation function) => Matrix.Of(argument.Shape, (row, column) => IsRows
        ? function.Of([.. Enumerable.Range(0, argument.Shape.Columns).Select(i => argument[row, i])], column)
        : function.Of([.. Enumerable.Range(0, argument.Shape.Rows).Select(i => argument[i, column])], row));

    private Matrix Differentiated(Formula of, Symbol by, Symbol? through = null)
    {
        Symbol[] between = through is null ? [] : through.IsWhole ? [.. QuantitiesOf(through)] : [through];
        Expr Total(Formula over, Symbol under) => through is null ? Derived(over, under)
            : Graph.Sum([.. between.Select(each => Derived(over, each) * Derived(each, under))]);
        Expr Derived(Formula over, Symbol under) => meaning.Of(new Derivative(over, under));

        if (of is not Symbol { IsWhole: true } vector)
        {
            return Matrix.Of(shapes.Of(by), (row, column) => QuantityAt(by, row, column) is var entry && by.IsBatch && of == Symbol.LossOfSample(null)
                ? Total(Symbol.LossOfSample(entry.Sample), entry) // each by what belongs to it
                : Total(of, entry));
        }

        List<Symbol> over = [.. QuantitiesOf(vector)];
        List<Symbol> under = [.. QuantitiesOf(by)];
        return Matrix.Of(new Shape(over.Count, under.Count), (row, column) => Total(over[row], under[column]));
    }
}
