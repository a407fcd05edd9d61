using System.Collections.Immutable;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>
/// Reads tokens by recursive descent. A method that reads something returns null where it cannot, and has then said why; the
/// first reason given is the one that counts, and whoever gets null only passes it on.
/// </summary>
/// <param name="tokens">The tokens.</param>
/// <param name="context">What the reader knows.</param>
/// <param name="layersArePlain">Whether a plain superscript that could be a power or a layer is a layer.</param>
/// <param name="layersAreWhole">Whether the text is known to speak of whole layers.</param>
internal sealed partial class LatexParser(IReadOnlyList<Token> tokens, ReadingContext context, bool layersArePlain = false, bool layersAreWhole = false)
{
    private readonly List<Finding> notes = [];
    private readonly Dictionary<Formula, (Head Head, Scripts Scripts)> partsOfSymbols = new(ReferenceEqualityComparer.Instance);
    private int position;
    private int depth;
    private Finding? error;

    /// <summary>What the reader knows.</summary>
    public ReadingContext Context => context;

    /// <summary>Whether a plain superscript that could be a power or a layer is a layer.</summary>
    public bool LayersArePlain => layersArePlain;

    /// <summary>Where what was read stands.</summary>
    public SpanTable Spans { get; } = new();

    /// <summary>The error, or the notes.</summary>
    public ImmutableArray<Finding> Findings => error is null ? [.. notes] : [error];

    /// <summary>The next token.</summary>
    public Token Current => tokens[position];

    /// <summary>The token before the next one.</summary>
    public Token Previous => tokens[position - 1];

    /// <summary>A token further on; the end token stands for all beyond the end.</summary>
    public Token Ahead(int count) => tokens[Math.Min(position + count, tokens.Count - 1)];

    /// <summary>Takes the next token.</summary>
    public Token Take() => tokens[position++];

    /// <summary>Takes a number of tokens.</summary>
    public void Skip(int count) => position += count;

    /// <summary>Takes a word, upright or in letters.</summary>
    public bool TryTakeWord(string word)
    {
        var length = Current is { Kind: TokenKind.Word } token && token.Text == word ? 1
            : word.Select((letter, i) => Ahead(i).IsLetter(letter.ToString())).All(same => same) ? word.Length
            : 0;
        position += length;
        return length > 0;
    }

    /// <summary>Takes the next token if it is a sign of a text.</summary>
    public bool TryTake(string sign)
    {
        if (!Current.IsSign(sign))
        {
            return false;
        }

        position++;
        return true;
    }

    /// <summary>Says what is wrong at a place.</summary>
    /// <returns>Null, as what could not be read.</returns>
    public Formula? Fail(TextSpan span, Complaint complaint)
    {
        error ??= new Finding(FindingKind.Error, span, complaint.Message, complaint.Expected);
        return null;
    }

    /// <summary>Says that the next token is not what should stand there.</summary>
    public Formula? FailHere(string expected) => Fail(Current.Span, Current.Kind switch
    {
        TokenKind.Bad => new Complaint(Current.Text),
        TokenKind.OtherBegin or TokenKind.OtherEnd => new Complaint(Messages.Environment(Current.Text)),
        TokenKind.Command when !IsInGrammar(Current.Text) => Messages.UnknownCommand(Current.Text),
        _ => Messages.Unexpected(Current, expected),
    });

    /// <summary>Remembers where a formula stands: from a place to the last token taken.</summary>
    public T From<T>(TextSpan start, T formula)
        where T : Formula => At(start.To(Previous.Span), formula);

    /// <summary>Remembers where a formula stands.</summary>
    public T At<T>(TextSpan span, T formula)
        where T : Formula
    {
        Spans.Set(formula, span);
        return formula;
    }
}
