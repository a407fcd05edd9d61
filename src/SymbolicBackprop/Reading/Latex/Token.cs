namespace SymbolicBackprop.Reading.Latex;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A Latin letter.</summary>
    Letter,

    /// <summary>One digit; the parser joins those that touch.</summary>
    Digit,

    /// <summary>A command, backslash included.</summary>
    Command,

    /// <summary>Upright text: \text{…}, \mathrm{…}, \operatorname{…}. Its text is what stands in the braces.</summary>
    Word,

    /// <summary>A bracket, a bar, or the dot of \left. — without the command that sizes it.</summary>
    Delimiter,

    /// <summary>Any other character: + - * / = &lt; &gt; : , ; . ! ? ' ^ _ { }.</summary>
    Sign,

    /// <summary>What is no mathematics that could be read; its text says why.</summary>
    Bad,

    /// <summary>\\, the end of a row.</summary>
    RowBreak,

    /// <summary>&amp;, an alignment mark.</summary>
    AlignmentMark,

    /// <summary>\quad or \qquad.</summary>
    WideSpace,

    /// <summary>\begin{…} of an environment that only lays formulas out.</summary>
    LayoutBegin,

    /// <summary>\end{…} of such an environment.</summary>
    LayoutEnd,

    /// <summary>\begin{…} of an environment that is mathematics of its own, such as a matrix or cases.</summary>
    OtherBegin,

    /// <summary>\end{…} of such an environment.</summary>
    OtherEnd,

    /// <summary>The end of the text.</summary>
    End,
}

/// <summary>Which side of what it encloses a delimiter stands on.</summary>
internal enum Side
{
    Unknown,
    Opening,
    Closing,
}

/// <summary>What stands between a token and the one before it.</summary>
[Flags]
internal enum Gap
{
    None = 0,

    /// <summary>Blanks, thin spaces and whatever else is passed over.</summary>
    Space = 1,

    /// <summary>\quad, \qquad.</summary>
    Wide = 2,

    /// <summary>&amp;.</summary>
    Alignment = 4,

    /// <summary>\\.</summary>
    Row = 8,
}

/// <summary>A piece of LaTeX mathematics.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, in one spelling where there are several.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Gap">What stands between it and the token before it.</param>
/// <param name="Side">The side of a delimiter.</param>
/// <param name="Grows">Whether it is a delimiter with \left or \right.</param>
internal readonly record struct Token(TokenKind Kind, string Text, TextSpan Span, Gap Gap = Gap.None, Side Side = Side.Unknown, bool Grows = false)
{
    /// <summary>Whether it is a sign of a text.</summary>
    public bool IsSign(string text) => Kind == TokenKind.Sign && Text == text;

    /// <summary>Whether it is a command of a name.</summary>
    public bool IsCommand(string name) => Kind == TokenKind.Command && Text == name;

    /// <summary>Whether it is a letter or a command of a text.</summary>
    public bool IsLetter(string text) => Kind is TokenKind.Letter or TokenKind.Command && Text == text;

    /// <summary>Whether it is a bar, or the two of a norm.</summary>
    public bool IsBar => Kind == TokenKind.Delimiter && Text is "|" or @"\|";

    /// <summary>Whether it opens brackets: ( [ \{, not a bar.</summary>
    public bool OpensBracket => Kind == TokenKind.Delimiter && Side == Side.Opening && Text is "(" or "[" or @"\{";
}
