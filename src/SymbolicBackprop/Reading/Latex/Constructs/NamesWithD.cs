using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>dW, da, dz in a notation that writes derivatives of the loss so: what stands behind the d is what the loss is differentiated by.</summary>
internal static class NamesWithD
{
    private const string Differential = "d";

    /// <summary>Whether a d begins such a name: a letter touches it, and d is no letter of its own.</summary>
    public static bool BeginsAt(LatexParser parser) => parser.Context.Notation.Derivatives == DerivativeStyle.Differentials
        && parser.Current.IsLetter(Differential)
        && parser.Ahead(1) is { Gap: Gap.None, Kind: TokenKind.Letter } or { Gap: Gap.None, Kind: TokenKind.Command }
        && !parser.Context.KnowsLetter(Differential);

    /// <summary>What the name of a quantity with a d before it stands for, or null where there is no derivative by it.</summary>
    /// <param name="quantity">The quantity, transposed or raised where it is so.</param>
    /// <param name="context">What the reader knows.</param>
    public static Formula? Of(Formula quantity, ReadingContext context) => quantity switch
    {
        Transpose transpose => Of(transpose.Body, context) is { } body ? new Transpose(body) : null,
        Power power => Of(power.Base, context) is { } radix ? power with { Base = radix } : null,
        Symbol { IsUpdated: false } symbol when symbol.Role == context.Notation.Delta.RoleOfUnit() => symbol with { Role = Role.Delta },
        Symbol { IsUpdated: false, Role: Role.Weight or Role.Bias or Role.Input or Role.PreActivation or Role.Activation } symbol => new Derivative(context.Notation.LossBehindD(symbol), symbol),
        _ => null,
    };
}
