using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models.Matrices;

/// <summary>The shapes of formulas about whole layers. They come first: what has none has no value either.</summary>
internal sealed class Shapes(Meaning meaning)
{
    /// <summary>The shape of a formula.</summary>
    /// <exception cref="MeaninglessException">It has none; where that is so because of two of its parts, the exception tells both shapes.</exception>
    public Shape Of(Formula formula) => formula switch
    {
        _ when !formula.SpeaksOfLayers() => OfNumber(formula),
        Symbol whole => OfWhole(whole),
        Negative negative => Of(negative.Body),
        Underbrace brace => Of(brace.Body),
        Sum sum => OfSum(sum.Terms),
        Summation summation => OfSum(meaning.TermsOf(summation)),
        Product product => OfProduct(product),
        Hadamard hadamard => OfHadamard(hadamard),
        Transpose transpose => Of(transpose.Body).Transposed,
        Fraction fraction => IsOneNumber(fraction.Under) ? Of(fraction.Over) : throw new MeaninglessException("Nothing can be divided by a vector or a matrix."),
        Power power => IsOneNumber(power.Base) ? Shape.Number : throw new MeaninglessException("A power of a vector or a matrix could be several things; write ⊙ for a power entry by entry."),
        Call call => OfCall(call),
        Directional directional => Of(directional.Of),
        Nabla nabla => OfDerivative(nabla.Of, nabla.By),
        Derivative derivative => OfDerivative(derivative.Of, derivative.By),
        _ => throw new MeaninglessException("Whole layers cannot stand here."),
    };

    /// <summary>Says of two parts that their shapes do not go together.</summary>
    public static MeaninglessException Mistaken(ShapeRule rule, Formula left, Shape leftShape, Formula right, Shape rightShape) =>
        new("The shapes do not go together.") { Shapes = new ShapeMistake(rule, left, leftShape, right, rightShape) };

    /// <summary>Whether a call is that of a norm, which makes a number of a vector.</summary>
    public static bool IsNorm(Call call) => call is { Function: { Name: "abs", Layer: null }, Primes: 0, Arguments.Count: 1 };

    /// <summary>The numbers of units that the indices of a whole layer's quantities run over; one index has a vector, two have weights.</summary>
    public IReadOnlyList<int> ExtentOf(Symbol whole) => meaning.ExtentOf(whole) switch
    {
        null => throw new MeaninglessException($"The network has no {whole}.", whole),
        [] when whole.Role == Role.Bias => throw new MeaninglessException("The units of the layer share one bias, which is a number."),
        [] => [1],
        var extent => extent,
    };

    // What the network does not have is no number either: it may well be a vector that somebody writes in another way.
    private Shape OfNumber(Formula formula)
    {
        meaning.Of(formula);
        return Shape.Number;
    }

    private Shape OfWhole(Symbol whole) => whole == Symbol.Ones ? OfOnes() : ExtentOf(whole) switch
    {
        [var from, var to] => meaning.Layout.OfWeights(from, to),
        var vector => meaning.Layout.OfVectors(vector[0], whole.IsBatch ? meaning.Model.SampleCount : 1),
    };

    private Shape OfOnes() => meaning.Model.SampleCount > 0
        ? new Shape(meaning.Model.SampleCount, 1)
        : throw new MeaninglessException("A 1 for each sample needs several samples.", Symbol.Ones);

    private bool IsOneNumber(Formula formula) => Of(formula).Fits(Shape.Number);

    private Shape OfSum(IReadOnlyList<Formula> terms)
    {
        Formula? first = null;
        var shape = Shape.Number;
        foreach (var term in terms)
        {
            var own = Of(term);
            if (own.IsNumber)
            {
                continue; // 1 − a: the number stands for a matrix full of it
            }

            if (first is not null && !own.Fits(shape) && !IsRepeated(own, shape) && !IsRepeated(shape, own))
            {
                throw Mistaken(ShapeRule.Sum, first, shape, term, own);
            }

            (first, shape) = first is null || IsRepeated(shape, own) ? (term, own) : (first, shape);
        }

        return shape;
    }

    // W X + b: a vector of a layer is added to that of each sample.
    private bool IsRepeated(Shape vector, Shape ofSamples) => meaning.Layout.AreVectorsRows
        ? vector == new Shape(1, ofSamples.Columns) && ofSamples.Rows == meaning.Model.SampleCount
        : vector == new Shape(ofSamples.Rows, 1) && ofSamples.Columns == meaning.Model.SampleCount;

    private Shape OfProduct(Product product)
    {
        Formula? left = null;
        var shape = Shape.Number;
        foreach (var factor in product.Factors)
        {
            var own = Of(factor);
            if (own.IsNumber)
            {
                continue;
            }

            if (left is not null && shape.Columns != own.Rows)
            {
                throw Mistaken(ShapeRule.Product, left, shape, factor, own);
            }

            shape = left is null ? own : new Shape(shape.Rows, own.Columns);
            left = left is null ? factor : Formula.ProductOf(left, factor);
        }

        return shape;
    }

    private Shape OfHadamard(Hadamard hadamard)
    {
        var first = Of(hadamard.Factors[0]);
        foreach (var factor in hadamard.Factors.Skip(1))
        {
            var own = Of(factor);
            if (!own.Fits(first))
            {
                throw Mistaken(ShapeRule.Entrywise, hadamard.Factors[0], first, factor, own);
            }

            first = first.IsNumber ? own : first;
        }

        return first;
    }

    private Shape OfCall(Call call) => ChainProduct.From(call) is { } chain ? OfChain(chain)
        : call.Arguments is [var argument]
        ? IsNorm(call) ? Shape.Number : Of(argument)
        : throw new MeaninglessException($"{call.Function} is applied entry by entry to one vector or matrix.");

    // Between the two there may be what is no matrix: ∂o/∂W has three indices.
    private Shape OfChain(ChainProduct chain)
    {
        Of(chain.Through);
        return OfDerivative(chain.Of, chain.By);
    }

    // A number by a matrix has the matrix's shape; a vector by a vector is the Jacobian, with a row for each entry of the first.
    private Shape OfDerivative(Formula of, Formula by)
    {
        if (by is not Symbol { IsWhole: true } || (of.SpeaksOfLayers() && of is not Symbol))
        {
            throw new MeaninglessException("A derivative by a whole layer is that of a number or of another whole layer.");
        }

        var (over, under) = (Of(of), Of(by));
        return over.IsNumber ? under
            : IsVector(over) && IsVector(under) ? new Shape(over.Count, under.Count)
            : throw new MeaninglessException("The derivative of a vector by a matrix is not a matrix.");
    }

    private static bool IsVector(Shape shape) => shape.Rows == 1 || shape.Columns == 1;
}
