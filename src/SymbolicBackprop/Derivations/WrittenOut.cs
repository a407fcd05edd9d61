using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Activation functions and their derivatives in terms of exponentials and whatever else their formulas use.</summary>
internal sealed class WrittenOut(Model model, Dependencies dependencies)
{
    /// <summary>f(u) by the formula of f.</summary>
    public static Formula Value(Activation activation, Formula argument) => activation.Formula.ToFormula(
        variable => variable == activation.Argument ? argument : Symbol.Named(variable.Name));

    /// <summary>f′(u) in its short form, with the formula of f where f stands in it.</summary>
    public static Formula Derivative(Activation activation, Formula argument) =>
        ShortForm(activation, argument, Value(activation, argument));

    /// <summary>f′(u) in its short form.</summary>
    /// <param name="activation">The function.</param>
    /// <param name="argument">What stands for its argument.</param>
    /// <param name="value">What stands for f(u).</param>
    public static Formula ShortForm(Activation activation, Formula argument, Formula value)
    {
        if (!activation.IsPiecewise)
        {
            var form = activation.Derivative;
            return form.Arrangement.ToFormula(variable => variable == form.Argument ? argument : variable == form.Function ? value : NameOf(variable));
        }

        var graph = new ExprGraph();
        var (z, f) = (graph.Variable("z"), graph.Variable("f"));
        Expr[] arguments = [z, .. activation.Parameters.Select(parameter => graph.Variable(parameter.Name))];
        return activation.Function.Partials[0](arguments, f).ToFormula(variable => variable == z ? argument : variable == f ? value : NameOf(variable));

        static Formula NameOf(Expr parameter) => Symbol.Named(parameter.Name);
    }

    /// <summary>A formula with all activations, and all derivatives of activation functions, written out in the weighted sums z.</summary>
    public Formula Everywhere(Formula formula) => formula.Rewrite(part => part switch
    {
        Call { Primes: 1, Arguments: [var argument] } call when model.Functions.TryGetValue(call.Function, out var activation) =>
            Derivative(activation, argument),
        Call { Primes: 0, Arguments: [var argument] } call when model.Functions.TryGetValue(call.Function, out var activation) =>
            Value(activation, argument),
        Symbol symbol when model.TryFind(symbol, out var variable)
            && dependencies.Resolve(variable).Definition is Call { Arguments: [var argument] } call
            && model.Functions.TryGetValue(call.Function, out var activation) => Value(activation, argument),
        _ => null,
    });
}
