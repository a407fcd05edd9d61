using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop;

/// <summary>The derivative of a loss by a quantity, ready to be told in a notation.</summary>
public sealed partial class Answer
{
    private readonly SheetFile about;

    private readonly Question question;

    internal Answer(SheetFile about, Question question)
    {
        this.about = about;
        this.question = question;
    }

    /// <summary>The quantity that is differentiated by.</summary>
    public Symbol Target => question.Target;

    /// <summary>The derivation as LaTeX, without a document around it: put it into one that loads amsmath.</summary>
    /// <param name="notation">How to write it; by default as <see cref="Notation.Parentheses"/> does, with the name that equations give the loss.</param>
    /// <param name="language">The code of the language of its sentences.</param>
    /// <param name="stop">Ends it early, with an <see cref="OperationCanceledException"/>.</param>
    public string ToLatex(Notation? notation = null, string language = "en", CancellationToken stop = default) =>
        LatexDocument.WriteFragment(ToDocument(notation, language, stop));

    /// <summary>The derivation before any format.</summary>
    /// <param name="notation">How to write it; by default as for <see cref="ToLatex"/>.</param>
    /// <param name="language">The code of the language of its sentences.</param>
    /// <param name="stop">Ends it early, with an <see cref="OperationCanceledException"/>.</param>
    public Document ToDocument(Notation? notation = null, string language = "en", CancellationToken stop = default)
    {
        var asked = question with { Notation = notation ?? about.Notation };
        var file = about with { Notation = asked.Notation, Language = Language.Named(language), Digits = Language.Named(language).DigitSets[0], Marks = false, Questions = [asked] };
        return SheetComposer.ComposeAnswer(file, asked, stop);
    }
}
