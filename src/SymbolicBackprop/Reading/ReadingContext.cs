using System.Collections.Immutable;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Reading;

/// <summary>What a number or a letter means that is set high on a quantity of a layer, without parentheses or brackets.</summary>
public enum PlainSuperscript
{
    /// <summary>A power, as in a^2 = a·a.</summary>
    Power,

    /// <summary>The layer, as in z^l_j (M. Nielsen, Neural Networks and Deep Learning).</summary>
    Layer,
}

/// <summary>
/// What a reader knows before it reads. Layer marks in parentheses and in brackets are always read, and so are the usual letters
/// of the loss, whatever the notation.
/// </summary>
public sealed record ReadingContext
{
    /// <summary>The notation of the handwritten sheet, and no model.</summary>
    public static ReadingContext Default { get; } = new();

    /// <summary>The notation: it settles the letters, the order of a weight's indices, how inputs are written and the name of the loss.</summary>
    public Notation Notation { get; init; } = Notation.Parentheses;

    /// <summary>The model that the text is about, or null. A letter that is a quantity of the model is read as that quantity.</summary>
    public Model? Model { get; init; }

    /// <summary>What a plain superscript of a layer's quantity means, where the notation does not mark layers so.</summary>
    public PlainSuperscript PlainSuperscript { get; init; }

    internal QuantityLetters Letters => Notation.Letters;

    internal bool SuperscriptsAreLayers => PlainSuperscript == PlainSuperscript.Layer || Notation.LayerMark == LayerMark.Plain;

    /// <summary>Whether letters are names and nothing else: in the formula of a function none is a weight, an input or the loss.</summary>
    public bool LettersAreNames { get; init; }

    /// <summary>How long and how deep a formula may be.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>The most digits of a number that is read.</summary>
    internal const int MostDigits = 40;

    /// <summary>
    /// Letters to which the text itself gives a meaning, where they would mean something else: the e of e = y − ŷ, the g of g = ∂L/∂w.
    /// With a number as its exponent e is then that quantity; e^{-z} is an exponential all the same.
    /// </summary>
    public ImmutableHashSet<string> OwnLetters { get; init; } = [];

    internal bool Knows(Symbol symbol) => IsOfModel(symbol) || Model?.HasAlike(symbol) == true || (symbol is { Role: Role.Named, Layer: null } && OwnLetters.Contains(symbol.Letter));

    /// <summary>Whether a letter is that of a quantity, with or without indices.</summary>
    internal bool KnowsLetter(string letter) => Knows(Symbol.Named(letter)) || Model?.HasLetter(letter) == true;

    internal bool IsOfModel(Symbol symbol) => Model is not null && Model.TryFind(symbol, out _);
}
