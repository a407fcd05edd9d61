using System.Collections.Immutable;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Identities.ClosedForms;

namespace SymbolicBackprop.Activations;

/// <summary>
/// An activation function. It is given by its formula alone; its derivative is worked out from that, never stated. Nothing is
/// computed before it is asked for.
/// </summary>
public sealed partial class Activation : IActivation
{
    private readonly Lazy<Body> body;
    private readonly Lazy<Function> function;
    private readonly Lazy<ImmutableArray<Expr>> byParameters;
    private readonly Lazy<ImmutableArray<Template>> derivatives;
    private readonly Lazy<ImmutableArray<Kink>> kinks;

    /// <summary>Makes an activation from its formula.</summary>
    /// <param name="name">The name in network files and in prose, such as <c>tanh</c>.</param>
    /// <param name="formula">
    /// The formula, as an expression in its argument. Other variables in it are parameters. The names z and f mean the argument and the
    /// function itself.
    /// </param>
    public Activation(string name, Func<Expr, Expr> formula)
        : this(name, formula, [])
    {
    }

    /// <summary>Makes an activation that has different formulas on different parts of the real line.</summary>
    /// <param name="name">The name in network files and in prose, such as <c>relu</c>.</param>
    /// <param name="formula">The formula up to the first piece's start.</param>
    /// <param name="pieces">The pieces after it, in ascending order of their starts.</param>
    /// <exception cref="ArgumentException">The starts do not ascend.</exception>
    public Activation(string name, Func<Expr, Expr> formula, params ReadOnlySpan<Piece> pieces)
    {
        for (var i = 1; i < pieces.Length; i++)
        {
            if (pieces[i - 1].Start >= pieces[i].Start)
            {
                throw new ArgumentException($"The pieces of '{name}' have to be in ascending order of their starts.", nameof(pieces));
            }
        }

        Name = name;
        var rest = pieces.ToArray();
        body = new Lazy<Body>(() => new Body(formula, rest));
        function = new Lazy<Function>(MakeFunction);
        derivatives = new Lazy<ImmutableArray<Template>>(() => [.. Pieces.Select(piece => piece.Derivative.ToTemplate(Parameters))]);
        byParameters = new Lazy<ImmutableArray<Expr>>(DifferentiateByParameters);
        kinks = new Lazy<ImmutableArray<Kink>>(FindKinks);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsFormula { get; init; }

    /// <summary>Other names in network files.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The name in LaTeX; by default the name in upright letters.</summary>
    public string Latex { get => field ?? $@"\operatorname{{{Name}}}"; init; }

    /// <summary>A way to work out the value that loses no digits where the formula does, or null to evaluate the formula.</summary>
    public Func<double, double>? Value { get; init; }

    /// <summary>
    /// The function as expressions use it; proofs look through it to the formula. Its arguments are the argument of the activation
    /// and then its parameters; see <see cref="Of"/>.
    /// </summary>
    public Function Function => function.Value;

    /// <summary>The argument z of <see cref="Formula"/>.</summary>
    public Expr Argument => body.Value.Argument;

    /// <summary>The formula in z, in a small graph of its own. Pieces are put together by unit steps.</summary>
    public Expr Formula => body.Value.Formula;

    /// <summary>The variables of the formula besides z.</summary>
    public ImmutableArray<Expr> Parameters => body.Value.Parameters;

    /// <summary>The pieces in ascending order; one where a single formula holds everywhere.</summary>
    public ImmutableArray<ActivationPiece> Pieces => body.Value.Pieces;

    /// <summary>Whether there are several pieces.</summary>
    public bool IsPiecewise => Pieces.Length > 1;

    /// <summary>The points at which pieces meet with different derivatives.</summary>
    public ImmutableArray<Kink> Kinks => kinks.Value;

    /// <summary>The derivative of an activation with a single formula.</summary>
    /// <exception cref="InvalidOperationException">There are several pieces, each with a derivative of its own.</exception>
    public ClosedForm Derivative => IsPiecewise
        ? throw new InvalidOperationException($"'{Name}' has {Pieces.Length} pieces, each with a derivative of its own.")
        : Pieces[0].Derivative;

    /// <summary>Functions that a derivative may be expressed through.</summary>
    internal static IEnumerable<Function> KnownFunctions => Known.Select(activation => activation.Function);

    /// <summary>The activations whose functions these are.</summary>
    internal static ImmutableArray<Activation> Known => [Sigmoid, Tanh, NormalDensity, NormalDistribution];

    /// <summary>The activation at an argument. Parameters are the variables of their names in the argument's graph.</summary>
    public Expr Of(Expr argument) => Parameters.IsEmpty
        ? Function.Of(argument)
        : argument.Graph.Apply(Function, [argument, .. Parameters.Select(parameter => argument.Graph.Variable(parameter.Name))]);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private Function MakeFunction() => new()
    {
        Name = Name,
        Latex = Latex,
        Partials = [DerivativeAt, .. Enumerable.Range(0, Parameters.Length).Select<int, Partial>(k => (x, _) => At(byParameters.Value[k], [.. x]))],
        Value = Value is { } value && Parameters.IsEmpty ? x => value(x[0]) : x => PieceAt(x[0]).ValueAt(x),
        Domain = x => double.IsFinite(x[0]) && !IsBorder(x[0]) && PieceAt(x[0]).IsInDomain(x),
        Samples = SamplesInDomain(),
        Definition = x => At(Formula, [.. x]),
    };

    private Expr DerivativeAt(ReadOnlySpan<Expr> x, Expr result)
    {
        var graph = result.Graph;
        ReadOnlySpan<Expr> values = [result, .. x];
        var pieces = new Expr[derivatives.Value.Length];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = derivatives.Value[i].With(graph, values);
        }

        return Body.Join(x[0], pieces, body.Value.Starts);
    }

    private Expr At(Expr expression, Expr[] arguments) =>
        expression.Substitute(variable => ArgumentFor(variable, arguments), arguments[0].Graph);

    // The argument that stands for a variable of the formula, by its name.
    private Expr? ArgumentFor(Expr variable, Expr[] arguments)
    {
        for (var k = 0; k < arguments.Length; k++)
        {
            if (body.Value.Variables[k].Name == variable.Name)
            {
                return arguments[k];
            }
        }

        return null;
    }

    private ImmutableArray<Expr> DifferentiateByParameters()
    {
        // In a graph of its own, as others may be reading the formula's.
        var formula = Formula.Substitute(_ => null, new ExprGraph());
        return [.. Parameters.Select(parameter => formula.Derivative(formula.Graph.Variable(parameter.Name)))];
    }

    private ActivationPiece PieceAt(double z)
    {
        var (starts, borders) = (body.Value.Starts, body.Value.Borders);
        var index = 0;
        for (var i = 0; i < borders.Length; i++)
        {
            index += z > borders[i] || (z == borders[i] && starts[i].IncludesStart) ? 1 : 0;
        }

        return Pieces[index];
    }

    private bool IsBorder(double z) => body.Value.Borders.Contains(z);

    private ImmutableArray<ImmutableArray<double>> SamplesInDomain()
    {
        double[] places = [-2.3, -0.7, 0.1, 0.4, 1.7, 3.6];
        var points = places.Select(place => ImmutableArray.Create([place, .. Parameters.Select((_, k) => 0.6 + (0.25 * k))]));
        return [.. points.Where(point => !IsBorder(point[0]) && PieceAt(point[0]).IsInDomain(point.AsSpan()))];
    }

    private ImmutableArray<Kink> FindKinks()
    {
        var found = new List<Kink>();
        for (var i = 1; i < Pieces.Length; i++)
        {
            var graph = new ExprGraph();
            var start = Pieces[i].Start!.Value;
            var (left, right) = (DerivativeThere(Pieces[i - 1]), DerivativeThere(Pieces[i]));
            if (!Identities.Identity.Compare(left, right).Holds)
            {
                found.Add(new Kink(start, left, right, Pieces[i].IncludesStart));
            }

            Expr DerivativeThere(ActivationPiece piece) =>
                piece.Derivative.Plain.Substitute(variable => variable.Name == Argument.Name ? graph.Number(start) : null, graph);
        }

        return [.. found];
    }

    /// <summary>The formula, built.</summary>
    private sealed class Body
    {
        public Body(Func<Expr, Expr> formula, Piece[] rest)
        {
            // Parameters are made first: products are written in the order in which their factors were made.
            Func<Expr, Expr>[] formulas = [formula, .. rest.Select(piece => piece.Formula)];
            var scratch = new ExprGraph().Variable("z");
            var parameters = FreeVariables(Array.ConvertAll(formulas, each => each(scratch))).Where(variable => variable != scratch).ToList();
            var graph = new ExprGraph();
            Parameters = [.. parameters.Select(parameter => graph.Variable(parameter.Name))];
            Argument = graph.Variable("z");
            Starts = rest;
            Borders = Array.ConvertAll(rest, start => (double)start.Start);
            var built = Array.ConvertAll(formulas, each => each(Argument));
            Variables = [Argument, .. Parameters];
            Pieces = [.. built.Select((each, i) => new ActivationPiece(Variables, each, i > 0 ? rest[i - 1] : null, i < rest.Length ? rest[i] : null))];
            Formula = Join(Argument, built, rest);
        }

        public Expr Argument { get; }

        public Expr Formula { get; }

        public ImmutableArray<ActivationPiece> Pieces { get; }

        public Piece[] Starts { get; }

        /// <summary>Where they start, as numbers.</summary>
        public double[] Borders { get; }

        /// <summary>The argument, then the parameters.</summary>
        public Expr[] Variables { get; }

        public ImmutableArray<Expr> Parameters { get; }

        private static IEnumerable<Expr> FreeVariables(Expr[] expressions) => NodeSet.Below(expressions).Nodes
            .Where(node => node.Kind == ExprKind.Variable && node.Definition is null);

        /// <summary>One expression for all pieces: each times a factor that is 1 on its part and 0 elsewhere.</summary>
        public static Expr Join(Expr argument, Expr[] pieces, Piece[] starts)
        {
            if (pieces.Length == 1)
            {
                return pieces[0];
            }

            var graph = argument.Graph;
            var terms = new Expr[pieces.Length];
            for (var i = 0; i < pieces.Length; i++)
            {
                terms[i] = (From(i - 1) - From(i)) * pieces[i];
            }

            return graph.Sum(terms);

            // 1 from the start of a piece on.
            Expr From(int index) => index < 0 ? graph.One
                : index == starts.Length ? graph.Zero
                : starts[index].IncludesStart ? 1 - StandardFunctions.Step.Of(starts[index].Start - argument)
                : StandardFunctions.Step.Of(argument - starts[index].Start);
        }
    }
}
