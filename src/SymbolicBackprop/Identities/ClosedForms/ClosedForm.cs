using System.Collections.Immutable;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// The derivative of a function of one argument that is given by a formula: where there is a short form in the function itself, its
/// argument and known functions, that form, otherwise the plain derivative.
/// </summary>
public sealed class ClosedForm
{
    internal ClosedForm(Expr argument, Expr function, Expr plain, FactoredForm arrangement, bool isShort, ImmutableArray<ClosedFormStep> steps)
    {
        (Argument, Function, Plain, Arrangement, IsShort, Steps) = (argument, function, plain, arrangement, isShort, steps);
        Expression = arrangement.In(argument.Graph);
    }

    /// <summary>The argument z, a variable of this form's own graph.</summary>
    public Expr Argument { get; }

    /// <summary>The function itself: a variable f that is defined as <see cref="Formula"/>.</summary>
    public Expr Function { get; }

    /// <summary>The variable f′ that the form of a second derivative may have in it, or null for a first derivative.</summary>
    internal Expr? Slope { get; init; }

    /// <summary>The formula.</summary>
    public Expr Formula => Function.Definition!.Value;

    /// <summary>The derivative as the rules of differentiation give it.</summary>
    public Expr Plain { get; }

    /// <summary>The derivative in <see cref="Function"/>, <see cref="Argument"/>, parameters and known functions.</summary>
    public Expr Expression { get; }

    /// <summary>The same as it is to be read.</summary>
    public FactoredForm Arrangement { get; }

    /// <summary>Whether a short form was found. Otherwise <see cref="Expression"/> is <see cref="Plain"/>.</summary>
    public bool IsShort { get; }

    /// <summary>The lines from the formula to the derivative, each of them compared.</summary>
    public ImmutableArray<ClosedFormStep> Steps { get; }

    /// <summary>What the comparison of <see cref="Plain"/> and <see cref="Expression"/> gave.</summary>
    public Verdict Verdict => Steps[^1].Verdict;

    /// <summary>The derivative, for many arguments: what stands for f is given first, then for z, then for parameters.</summary>
    internal Template ToTemplate(ImmutableArray<Expr> parameters) =>
        new(Expression, [Function.Name, Argument.Name, .. parameters.Select(parameter => parameter.Name)]);
}
