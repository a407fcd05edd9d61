using SymbolicBackprop.Activations;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Exporting;

/// <summary>What is handed to another system: expressions with names.</summary>
public sealed class Export
{
    private Export(IReadOnlyList<(string Name, Expr Value)> results)
    {
        Results = results;
    }

    /// <summary>The expressions and their names: of quantities as <see cref="Symbol.ToString"/> gives them, of derivatives as <c>∂loss/∂w_{1,1}^(3)</c>.</summary>
    public IReadOnlyList<(string Name, Expr Value)> Results { get; }

    /// <summary>Quantities that are written besides.</summary>
    internal IReadOnlyList<Expr> Along { get; private init; } = [];

    /// <summary>Activation functions that may occur.</summary>
    internal IEnumerable<Activation> Activations { get; private init; } = [];

    /// <summary>A whole model: all its definitions, the loss, and its derivatives by all parameters.</summary>
    /// <param name="model">The model.</param>
    /// <param name="withGradient">Whether the derivatives come along.</param>
    public static Export Of(Model model, bool withGradient = true)
    {
        model = model.Copy();
        var loss = model[Symbol.Loss];
        List<Variable> parameters = [.. withGradient ? model.Variables.Where(variable => IsParameter(variable, model)) : []];
        var gradient = Gradient.Of(loss.Node);
        return new Export([(loss.Symbol.ToString(), loss.Node), .. parameters.Select(parameter => (NameOf(loss.Symbol.ToString(), parameter), gradient[parameter.Node]))])
        {
            Along = [.. model.Variables.Select(variable => variable.Node).Where(node => node.Definition is not null)],
            Activations = model.Functions.Values,
        };
    }

    /// <summary>Derivatives of a model's quantities by others, and of its definitions those that they take.</summary>
    /// <param name="model">The model.</param>
    /// <param name="derivatives">The derivatives; by a whole layer is by each of its quantities.</param>
    /// <exception cref="KeyNotFoundException">The model has no such quantity.</exception>
    public static Export Of(Model model, params IReadOnlyList<Derivative> derivatives)
    {
        ArgumentOutOfRangeException.ThrowIfZero(derivatives.Count);
        model = model.Copy();
        var gradients = new Dictionary<Expr, Gradient>();
        return new Export([.. derivatives.SelectMany(each => Parts((Symbol)each.By).Select(by => By(ValueOf(each.Of), by)))]) { Activations = model.Functions.Values };

        IEnumerable<Variable> Parts(Symbol by) => by.IsWhole
            ? model.Variables.Where(variable => variable.Symbol.Role == by.Role && variable.Symbol.Layer == by.Layer)
            : [model[by]];

        // What is differentiated is a quantity, or a derivative itself.
        (string Name, Expr Value) ValueOf(Formula formula) => formula is Derivative inner
            ? By(ValueOf(inner.Of), model[(Symbol)inner.By])
            : (formula.ToString()!, model[(Symbol)formula].Node);

        (string Name, Expr Value) By((string Name, Expr Value) of, Variable by)
        {
            if (!gradients.TryGetValue(of.Value, out var gradient))
            {
                gradients.Add(of.Value, gradient = Gradient.Of(of.Value));
            }

            return (NameOf(of.Name, by), gradient[by.Node]);
        }
    }

    /// <summary>An expression under a name.</summary>
    public static Export Of(string name, Expr expression) => new([(name, expression)]);

    /// <summary>The value of a formula in a model's quantities, under the name <c>value</c>, and of the model's definitions those that it takes.</summary>
    /// <param name="formula">The formula in LaTeX.</param>
    /// <param name="model">The model.</param>
    /// <param name="notation">The notation it is written in; by default <see cref="Notation.Parentheses"/>.</param>
    public static ReadResult<Export> Read(SourceText formula, Model model, Notation? notation = null)
    {
        notation ??= Notation.Parentheses;
        var reading = new LatexReader(new ReadingContext { Notation = notation, Model = model }).ReadFormula(formula.Text);
        if (!reading.IsSuccess)
        {
            return Failed(reading.Error.Span, reading.Error.Message, reading.Error.Expected);
        }

        try
        {
            var value = new Meaning(model.Copy(), notation.Delta).Of(reading.Value);
            return ReadResult.Of(new Export([("value", value)]) { Activations = model.Functions.Values });
        }
        catch (MeaninglessException exception)
        {
            var complaint = FormulaComplaints.About(exception);
            var isFound = reading.Spans.TryFind(exception.Missing ?? reading.Value, out var span);
            return Failed(isFound ? span : new TextSpan(0, formula.Text.Length), complaint.Message, complaint.Expected);
        }

        ReadResult<Export> Failed(TextSpan span, string message, string? hint) =>
            ReadResult.Failed<Export>(Diagnostic.Error(formula.PlaceAt(Math.Min(span.Offset, formula.Text.Length), Math.Max(1, span.Length)), message, hint));
    }

    private static string NameOf(string of, Variable by) => $"∂{of}/∂{by}";

    // A model of equations does not say which of the given quantities are parameters.
    private static bool IsParameter(Variable variable, Model model) => variable.Node.Definition is null
        && (!model.HasLayers || variable.Symbol.Role is Role.Weight or Role.Bias or Role.Named);
}
