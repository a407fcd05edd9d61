using System.Globalization;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Files.Equations;

/// <summary>What can be wrong with a model that equations give.</summary>
internal static class EquationMessages
{
    public static Diagnostic NoDefinition(Equation equation) => Diagnostic.Error(
        equation.Statement.First is Symbol { IsUpdated: false } ? equation.Text.Whole : equation.PlaceOf(equation.Statement.First),
        "an equation says what one quantity is",
        @"write its name, = and what it is, such as h_t = \tanh(u x_t + b)");

    public static Diagnostic ValuesTwice(Place place) => Diagnostic.Error(
        place, "the equation gives the values of its indices already", "write them behind the equation, or here");

    public static Diagnostic OpenValues(Place place, IndexRange range) => Diagnostic.Error(
        place, $"the values of {range.Letter} have no end that is a number", $"write numbers, such as {range.Letter} = 1, 2, 3");

    public static Diagnostic NoValues(Place place, IndexRange range) => Diagnostic.Error(
        place,
        FormattableString.Invariant($"there is no value of {range.Letter} from {range.From.Number} up to {range.To.Number}"),
        FormattableString.Invariant($"write the smaller number first: {range.Letter} = {range.To.Number}..{range.From.Number}"));

    public static Diagnostic IndexNotDefined(Equation equation, string letter) => Diagnostic.Error(
        equation.PlaceOf(equation.Left),
        $"{equation.Left} is defined for each {letter} anew, for it does not bear that index",
        $"write the index, such as {equation.Left}_{letter}, or leave the values of {letter} out");

    public static Diagnostic DefinedTwice(EquationInstance second, EquationInstance first) => Diagnostic.Error(
        second.Equation.PlaceOf(second.Equation.Left),
        second.Equation == first.Equation
            ? $"{second.Symbol} is defined twice by this equation"
            : string.Create(CultureInfo.InvariantCulture, $"{second.Symbol} is defined a second time; it is defined in {Where(first.Equation, second.Equation)} already"),
        "keep one of the two, or give one another name");

    public static Diagnostic Circle(IReadOnlyList<EquationInstance> circle) => Diagnostic.Error(
        circle[0].Equation.PlaceOf(circle[0].Equation.Left),
        circle.Count == 1
            ? $"{circle[0].Symbol} is defined by itself"
            : $"{circle[0].Symbol} is defined by itself: {string.Join(" → ", Shortened([.. circle.Append(circle[0]).Select(each => each.Symbol.ToString())]))}",
        "let each quantity be made of earlier ones, such as h_t of h_{t-1}");

    public static Diagnostic Meaningless(Equation equation, MeaninglessException exception)
    {
        var complaint = FormulaComplaints.About(exception);
        return Diagnostic.Error(equation.PlaceOf(equation.Right), complaint.Message, complaint.Expected);
    }

    public static Diagnostic OneLetterManyIndices(Equation equation, Symbol symbol, Symbol other) => Diagnostic.Error(
        equation.PlaceOf(symbol),
        string.Create(CultureInfo.InvariantCulture, $"{symbol} has {symbol.Indices.Count} {(symbol.Indices.Count == 1 ? "index" : "indices")}, and {other} has {other.Indices.Count}"),
        $"set commas between indices, as in {symbol.Letter}_{{1,2}}, or give one of the two another letter");

    public static Diagnostic NameOfLoss(Equation equation, Symbol symbol) => Diagnostic.Error(
        equation.PlaceOf(symbol), $"the loss goes by the name '{symbol}', and so does this quantity", "give it another name");

    public static Diagnostic TooMany(Equation equation, int most) => Diagnostic.Error(
        equation.Text.Whole, FormattableString.Invariant($"the equations define more than {most} quantities"), "let indices have fewer values");

    public static Diagnostic LossNotAName(Place place, string written) => Diagnostic.Error(
        place, $"{Wording.Quoted(written)} is not the name of a loss", "write the letter that an equation defines, such as L");

    public static Diagnostic LossNotDefined(Place place, string written) => Diagnostic.Error(
        place, $"no equation defines {Wording.Quoted(written)[1..^1]}", $"add one, such as {written} = (y - \\hat{{y}})^2");

    public static Diagnostic LossHasIndex(Place place, Symbol symbol) => Diagnostic.Error(
        place, $"{symbol} has an index, and the loss is one quantity", "define a loss such as L, and name it with 'loss: L' if its equation is not the last");

    public static Diagnostic ConstantLoss(Equation equation) => Diagnostic.Error(
        equation.PlaceOf(equation.Right), "the loss depends on nothing that could change", "let it contain a quantity, such as \\hat{y}");

    private static string Where(Equation first, Equation second) =>
        first.Text.Whole.File == second.Text.Whole.File ? FormattableString.Invariant($"line {first.Text.Whole.Line}") : first.Text.Whole.File;

    // A long circle is known by its beginning and its end.
    private static IEnumerable<string> Shortened(IReadOnlyList<string> names) => names.Count <= 6 ? names : [.. names.Take(3), "…", .. names.TakeLast(2)];
}
