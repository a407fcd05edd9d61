using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Activation functions and their derivatives in terms of exponentials and whatever else their formulas use.</summary>
internal sealed class WrittenOut(Model model, Dependencies dependencies)
{
    /// <summary>f(u) by the formula of f.</summary>
    public static Formula Value(Activation activation, Formula argument) =>
        ByPieces(activation, argument, piece => Value(piece, argument));

    /// <summary>
    /// f′(u) with nothing but u in it: the short form with the formula of f where f stands in it, and on pieces, whose formulas are
    /// simple, the plain derivative.
    /// </summary>
    public static Formula Derivative(Activation activation, Formula argument) => activation.IsPiecewise
        ? ByPieces(activation, argument, piece => Written(PlainArrangement.Of(piece.Derivative.Plain, piece.Derivative.Argument), piece.Derivative, argument, Value(piece, argument)))
        : ShortForm(activation, argument, Value(activation, argument));

    /// <summary>f′(u) in its short form.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="argument">What stands for its argument.</param>
    /// <param name="value">What stands for f(u).</param>
    public static Formula ShortForm(Activation activation, Formula argument, Formula value) =>
        ByPieces(activation, argument, piece => Written(piece.Derivative.Arrangement, piece.Derivative, argument, value));

    /// <summary>f″(u) in its short form.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="argument">What stands for its argument.</param>
    /// <param name="value">What stands for f(u).</param>
    /// <param name="slope">What stands for f′(u).</param>
    public static Formula SecondShortForm(Activation activation, Formula argument, Formula value, Formula slope) =>
        ByPieces(activation, argument, piece => Written(piece.SecondDerivative.Arrangement, piece.SecondDerivative, argument, value, slope));

    /// <summary>The derivative on a piece in its short form, with the formula of the piece where f stands in it.</summary>
    public static Formula ShortForm(ActivationPiece piece, Formula argument) =>
        Written(piece.Derivative.Arrangement, piece.Derivative, argument, Value(piece, argument));

    private static Formula Value(ActivationPiece piece, Formula argument) =>
        piece.Formula.ToFormula(variable => variable == piece.Argument ? argument : Symbol.Named(variable.Name));

    private static Formula Written(FactoredForm form, ClosedForm of, Formula argument, Formula value, Formula? slope = null) => form.ToFormula(variable =>
        variable == of.Argument ? argument : variable == of.Function ? value : variable == of.Slope ? slope! : Symbol.Named(variable.Name));

    private static Formula ByPieces(Activation activation, Formula argument, Func<ActivationPiece, Formula> write) => activation.IsPiecewise
        ? new Cases(activation.Pieces.Select(piece => new Branch(write(piece), Where(piece, argument))).ToEquatableList())
        : write(activation.Pieces[0]);

    private static Condition Where(ActivationPiece piece, Formula argument) => new(argument)
    {
        Low = piece.Start?.ToFormula(),
        IncludesLow = piece.IncludesStart,
        High = piece.End?.ToFormula(),
        IncludesHigh = piece.IncludesEnd,
    };

    /// <summary>
    /// A formula with all activations, and all derivatives of activation functions, written out in the weighted sums z. Functions of
    /// several pieces keep their names.
    /// </summary>
    public Formula Everywhere(Formula formula) => formula.Rewrite(part => part switch
    {
        Call { Primes: 1, Arguments: [var argument] } call when Find(call) is { } activation => activation.IsPiecewise ? call : Derivative(activation, argument),
        Call { Primes: 0, Arguments: [_] } call when Find(call) is { } activation => Put(activation, call),
        Symbol symbol when model.TryFind(symbol, out var variable)
            && dependencies.Resolve(variable).Definition is Call { Arguments: [_] } call
            && Find(call) is { } activation => Put(activation, call),
        _ => null,
    });

    private Activation? Find(Call call) => model.Functions.GetValueOrDefault(call.Function);

    private static Formula Put(Activation activation, Call call) => activation.IsPiecewise ? call : Value(activation, call.Arguments[0]);
}
