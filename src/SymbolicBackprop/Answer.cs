using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop;

/// <summary>The derivative of a network's loss by one of its quantities, ready to be told in a notation.</summary>
public sealed class Answer
{
    private readonly Network network;

    internal Answer(Network network, Symbol target)
    {
        this.network = network;
        Target = target;
    }

    /// <summary>The quantity that the loss is differentiated by.</summary>
    public Symbol Target { get; }

    /// <summary>The derivation as LaTeX, without a document around it: put it into one that loads amsmath.</summary>
    /// <param name="notation">How to write it; by default <see cref="Notation.Parentheses"/>.</param>
    /// <param name="language">The code of the language of its sentences.</param>
    public string ToLatex(Notation? notation = null, string language = "en")
    {
        var question = new Question(Target, notation ?? Notation.Parentheses);
        var file = new SheetFile { Network = network, Notation = question.Notation, Language = Language.Named(language), Digits = Language.Named(language).DigitSets[0], Marks = false, Questions = [question] };
        return LatexDocument.WriteFragment(SheetComposer.ComposeAnswer(file, question));
    }
}
