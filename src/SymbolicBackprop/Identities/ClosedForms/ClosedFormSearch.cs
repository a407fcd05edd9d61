using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// Finds the short form of a derivative: of the forms in the function itself and its argument, then of those in other functions too,
/// the one with the fewest terms. Each hit is proved before it counts.
/// </summary>
internal sealed class ClosedFormSearch
{
    private readonly ExprGraph graph = new();
    private readonly Expr argument;
    private readonly Expr function;
    private readonly Expr plain;
    private readonly NumberNaming naming;
    private readonly Expr derivative; // with numbers named
    private readonly KnownQuantities known;
    private readonly int order;
    private readonly Expr? slope; // f′, where the second derivative is looked for

    private ClosedFormSearch(Expr formula, Expr argument, IEnumerable<Function> known, int order)
    {
        this.order = order;
        function = graph.Define("f", formula.Expand().Substitute(_ => null, graph));
        this.argument = graph.Variable(argument.Name); // after the formula's own, so that all stay in order
        slope = order > 1 ? graph.Define("f'", function.Definition!.Value.Derivative(this.argument)) : null;
        plain = Differentiated(function.Definition!.Value, this.argument);
        naming = new NumberNaming(function.Definition!.Value);
        derivative = Differentiated(naming.Formula, naming.Graph.Variable(argument.Name));
        this.known = new KnownQuantities(naming.Formula, derivative, naming.Graph.Variable(argument.Name), known);
    }

    /// <summary>Differentiates a formula and finds the short form.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="known">Functions of one argument that may stand in the form.</param>
    /// <param name="order">How often it is differentiated, once or twice. Of the first derivative the way from the formula is told too; the second may have the first in it.</param>
    public static ClosedForm Of(Expr formula, Expr argument, IEnumerable<Function> known, int order = 1) =>
        new ClosedFormSearch(formula, argument, known, order).Run();

    private Expr Differentiated(Expr formula, Expr by)
    {
        for (var i = 0; i < order; i++)
        {
            formula = formula.Derivative(by);
        }

        return formula;
    }

    private ClosedForm Run()
    {
        var spelledOut = PlainArrangement.Of(plain, argument, function);
        var found = plain.IsZero ? null : Search();

        // A form through f is worth one symbol more; one through functions that the plain derivative does not have is not.
        var isShort = plain.Kind == ExprKind.Number || (found is not null && found.Size + Foreign(found) <= spelledOut.Size + 1);
        var arrangement = isShort && found is not null ? found : spelledOut;
        return new ClosedForm(argument, function, plain, arrangement, isShort, order == 1 ? DerivationOfForm.Of(function, argument, plain, arrangement) : DerivationOfForm.Closing(argument, plain, arrangement)) { Slope = slope };
    }

    private int Foreign(FactoredForm form)
    {
        var nodes = NodeSet.Below([plain, function]);
        return form.Quantities().Select(quantity => quantity.Expression).Distinct().Count(expression => !nodes.Contains(expression.Id));
    }

    private FactoredForm? Search()
    {
        var z = naming.Graph.Variable(argument.Name);
        var f = naming.Graph.Define("f", naming.Formula);
        Expr[] own = slope is { } first ? [z, f, naming.Graph.Define(first.Name, naming.Formula.Derivative(z))] : [z, f];
        var alone = RelationSearch.Of(derivative, z, f, known.Parameters, own, IsRight);
        if (alone is null)
        {
            return null; // nested too deeply to be evaluated
        }

        if ((alone.Find(own, lowest: 0, mostTerms: 3, degree: 3) ?? alone.Find(own, lowest: -2, mostTerms: 1, degree: 3)) is { } form)
        {
            return form;
        }

        Expr[] withFunctions = [.. own, .. known.Functions];
        Expr[] withDerivatives = [.. withFunctions, .. known.InnerDerivatives];
        Expr[] withExponentials = [.. withFunctions, .. known.Exponentials];
        var all = RelationSearch.Of(derivative, z, f, known.Parameters, [.. withDerivatives, .. known.Exponentials], IsRight);
        return all?.Find(withFunctions, lowest: 0, mostTerms: 3, degree: 3)
            ?? all?.Find(withDerivatives, lowest: 0, mostTerms: 4, degree: 3)
            ?? all?.Find(withExponentials, lowest: 0, mostTerms: 3, degree: 2);
    }

    // The polynomial with numbers in their places again, if it is equal to the derivative.
    private FactoredForm? IsRight(Polynomial polynomial)
    {
        var form = polynomial.In(expression => naming.Restore(expression, graph)).Arrange();
        return Identity.Compare(plain, form.In(graph)).Holds ? form : null;
    }
}
