using System.Globalization;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Exporting;

/// <summary>
/// Writes expressions as assignments. Quantities with definitions keep their names, results have theirs, and every other part that is
/// used more than once has one made up: what is written grows as the graph does.
/// </summary>
internal sealed class ListingBuilder
{
    // Parsers are recursive.
    private const int DeepestNesting = 16;

    private const int LongestSum = 64;

    // No name of a quantity has a digit right behind its letters.
    private const string Temporary = "t";

    private readonly Syntax syntax;
    private readonly NameCode names;
    private readonly NodeSet nodes;
    private readonly ExprGraph graph;
    private readonly int[] uses;
    private readonly int[] depths;
    private readonly Piece[] pieces;
    private readonly string?[] owners; // the names of quantities and results that nodes are
    private readonly List<Line> lines = [];
    private int temporaries;

    private ListingBuilder(Syntax syntax, NameCode names, ExprGraph graph, NodeSet nodes)
    {
        (this.syntax, this.names, this.graph, this.nodes) = (syntax, names, graph, nodes);
        uses = new int[nodes.Count];
        depths = new int[nodes.Count];
        pieces = new Piece[nodes.Count];
        owners = new string?[nodes.Count];
    }

    /// <summary>Writes expressions of one graph.</summary>
    /// <param name="syntax">How the system writes.</param>
    /// <param name="names">Its identifiers.</param>
    /// <param name="wanted">What is asked for, with its names.</param>
    /// <param name="along">What is written besides.</param>
    public static Listing Of(Syntax syntax, NameCode names, IReadOnlyList<(string Name, Expr Value)> wanted, IReadOnlyList<Expr> along)
    {
        var graph = wanted[0].Value.Graph;
        return new ListingBuilder(syntax, names, graph, NodeSet.Below([.. wanted.Select(result => result.Value), .. along])).Write(wanted);
    }

    private Listing Write(IReadOnlyList<(string Name, Expr Value)> wanted)
    {
        var asked = wanted.Select(result => (Name: names.Encode(result.Name), Position: nodes.IndexOf(result.Value.Id))).ToList();
        CountUses();
        foreach (var (name, position) in asked)
        {
            owners[position] ??= name;
        }

        var given = new List<string>();
        var functions = new HashSet<Function>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var node = NodeAt(i);
            if (node.Kind == ExprKind.Function)
            {
                functions.Add(node.Function);
            }

            if (node.Kind == ExprKind.Variable && node.Definition is null)
            {
                given.Add(names.Encode(node.Name));
            }

            pieces[i] = node.Kind == ExprKind.Variable ? VariableAt(node) : Written(node);
            depths[i] = node.Kind == ExprKind.Variable ? 0 : 1 + node.Children().Select(child => depths[nodes.IndexOf(child.Id)]).DefaultIfEmpty(-1).Max();
            if (node.Kind is not (ExprKind.Variable or ExprKind.Number) && (owners[i] ?? NameOfShared(i)) is { } name)
            {
                Assign(i, name);
            }
        }

        foreach (var (name, position) in asked.Where(result => pieces[result.Position].Text != result.Name))
        {
            lines.Add(new Line(name, pieces[position].Text));
        }

        return new Listing(given, lines, [.. asked.Select(result => result.Name)], functions);
    }

    private Expr NodeAt(int position) => new(graph, nodes.Ids[position]);

    private Piece PieceOf(Expr node) => pieces[nodes.IndexOf(node.Id)];

    private void CountUses()
    {
        for (var i = 0; i < uses.Length; i++)
        {
            var node = NodeAt(i);
            foreach (var child in node.Children())
            {
                var position = nodes.IndexOf(child.Id);
                uses[position]++;
                owners[position] ??= node.Kind == ExprKind.Variable ? names.Encode(node.Name) : null;
            }
        }
    }

    private Piece VariableAt(Expr variable)
    {
        var name = names.Encode(variable.Name);
        if (variable.Definition is { } definition && PieceOf(definition).Text != name)
        {
            lines.Add(new Line(name, PieceOf(definition).Text));
        }

        return new Piece(name, Binding.Atom);
    }

    // The name of a part that is not to be written twice, or is nested too deeply; a number in front costs nothing.
    private string? NameOfShared(int position)
    {
        var node = NodeAt(position);
        var isSmall = depths[position] == 0 || (node is { Kind: ExprKind.Product, ChildCount: 2 } && node.Child(0).Kind == ExprKind.Number && depths[position] == 1);
        return (uses[position] > 1 && !isSmall) || depths[position] >= DeepestNesting ? NewTemporary() : null;
    }

    private void Assign(int position, string name)
    {
        lines.Add(new Line(name, pieces[position].Text));
        pieces[position] = new Piece(name, Binding.Atom);
        depths[position] = 0;
    }

    private string NewTemporary() => Temporary + (++temporaries).ToString(CultureInfo.InvariantCulture);

    private Piece Written(Expr node) => node.Kind switch
    {
        ExprKind.Number => NumberOf(node.Number),
        ExprKind.Sum => SumOf(node),
        ExprKind.Product => ProductOf(node),
        ExprKind.Power => node.Exponent.Sign > 0 ? PowerOf(node) : Quotient(false, [], [node]),
        ExprKind.Function => new Piece(
            string.Format(CultureInfo.InvariantCulture, node.Function == Choice.Where ? syntax.Choice : syntax.Functions[node.Function], [.. node.Children().Select(child => PieceOf(child).Text)]),
            Binding.Atom),
        _ => throw new InvalidOperationException($"Unknown kind {node.Kind}."),
    };

    private Piece NumberOf(Rational number) => number.Sign < 0
        ? new Piece("-" + syntax.Number(-number).Within(Binding.Product), Binding.Negative)
        : syntax.Number(number);

    private Piece SumOf(Expr sum)
    {
        var (text, terms) = ("", 0);
        foreach (var piece in sum.Children().Select(PieceOf))
        {
            if (terms++ == LongestSum)
            {
                lines.Add(new Line(NewTemporary(), text));
                (text, terms) = (lines[^1].Name, 1);
            }

            text += terms == 1 && text.Length == 0 ? piece.Text
                : piece.Binding == Binding.Negative ? " - " + piece.Text[1..]
                : " + " + piece.Within(Binding.Negative);
        }

        return new Piece(text, Binding.Sum);
    }

    private Piece ProductOf(Expr product)
    {
        Expr[] children = [.. product.Children()];
        var coefficient = children[0].Kind == ExprKind.Number ? children[0].Number : Rational.One;
        var rest = children[0].Kind == ExprKind.Number ? children[1..] : children;
        var isNegative = coefficient.Sign < 0;
        var (over, under) = (new List<Piece>(), new List<Piece>());
        if (!coefficient.Numerator.IsOne && !(-coefficient).Numerator.IsOne)
        {
            over.Add(syntax.Number(new Rational(Rational.Abs(coefficient).Numerator, 1)));
        }

        if (!coefficient.IsInteger)
        {
            under.Add(syntax.Number(new Rational(coefficient.Denominator, 1)));
        }

        return Quotient(isNegative, over, rest, under);
    }

    // Factors with negative exponents stand below the line.
    private Piece Quotient(bool isNegative, List<Piece> over, IEnumerable<Expr> factors, List<Piece>? under = null)
    {
        under ??= [];
        foreach (var factor in factors)
        {
            var isBelow = factor.Kind == ExprKind.Power && factor.Exponent.Sign < 0 && PieceOf(factor).Binding != Binding.Atom;
            (isBelow ? under : over).Add(isBelow ? PowerOf(factor) : PieceOf(factor));
        }

        var numerator = over.Count == 0 ? syntax.Number(Rational.One).Text : string.Join('*', over.Select(piece => piece.Within(Binding.Power)));
        var denominator = string.Join('*', under.Select(piece => piece.Within(Binding.Power)));
        var text = under.Count == 0 ? numerator : numerator + "/" + (under.Count == 1 ? denominator : $"({denominator})");
        return isNegative ? new Piece("-" + text, Binding.Negative) : new Piece(text, Binding.Product);
    }

    // To the power of the exponent without its sign.
    private Piece PowerOf(Expr power)
    {
        var (radix, exponent) = (PieceOf(power.Child(0)), Rational.Abs(power.Exponent));
        if (exponent.IsOne)
        {
            return radix;
        }

        if (exponent == new Rational(1, 2))
        {
            return new Piece(string.Format(CultureInfo.InvariantCulture, syntax.Functions[StandardFunctions.Sqrt], radix.Text), Binding.Atom);
        }

        var isInfix = syntax.IsPowerInfix;
        var raised = exponent.IsInteger ? new Piece(exponent.ToString(), Binding.Atom) : syntax.Number(exponent);
        return new Piece(
            string.Format(CultureInfo.InvariantCulture, syntax.Power, radix.Within(isInfix ? Binding.Atom : Binding.Sum), raised.Within(isInfix ? Binding.Atom : Binding.Sum)),
            isInfix ? Binding.Power : Binding.Atom);
    }
}
