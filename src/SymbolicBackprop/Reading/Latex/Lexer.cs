using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>
/// Cuts LaTeX mathematics into tokens. It takes any text; what it cannot use becomes a token that says so, for the parser to
/// report if it comes to it.
/// </summary>
internal sealed class Lexer
{
    private readonly string text;
    private readonly int end;
    private readonly List<Token> tokens = [];
    private int at;
    private Gap gap;

    private Lexer(string text, TextSpan span)
    {
        this.text = text;
        (at, end) = (span.Offset, span.End);
    }

    /// <summary>All tokens of a stretch of a text, layout included, and one for its end.</summary>
    public static List<Token> Cut(string text, TextSpan span) => new Lexer(text, span).Cut();

    private List<Token> Cut()
    {
        while (at < end)
        {
            CutOne();
        }

        Add(TokenKind.End, "", end);
        return tokens;
    }

    private void CutOne()
    {
        var c = text[at];
        if (UnicodeSigns.IsBlank(c))
        {
            at++;
            gap |= Gap.Space;
        }
        else if (c == '%')
        {
            var lineEnd = text.IndexOf('\n', at, end - at);
            at = lineEnd < 0 ? end : lineEnd + 1;
            gap |= Gap.Space;
        }
        else if (c == '\\')
        {
            CutCommand();
        }
        else if (char.IsAsciiLetter(c))
        {
            Add(TokenKind.Letter, c.ToString(), at + 1);
        }
        else if (UnicodeSigns.DigitOf(c) is >= 0 and var digit)
        {
            Add(TokenKind.Digit, ((char)('0' + digit)).ToString(), at + 1);
        }
        else if (Delimiters.TryFind(c.ToString(), out var delimiter))
        {
            AddDelimiter(delimiter.Text, delimiter.Side, at, at + 1, grows: false);
        }
        else if (c == '&')
        {
            Add(TokenKind.AlignmentMark, "&", at + 1);
        }
        else if (c == 'ŷ')
        {
            Add(TokenKind.Command, @"\hat", at + 1);
            Add(TokenKind.Letter, "y", at);
        }
        else if (UnicodeSigns.TryFind(c, out var command))
        {
            Add(TokenKind.Command, command, at + 1);
        }
        else
        {
            CutSign(c);
        }
    }

    private void CutSign(char c)
    {
        if (c == '.' && at + 2 < end && text[at + 1] == '.' && text[at + 2] == '.')
        {
            Add(TokenKind.Command, @"\dots", at + 3);
            return;
        }

        var sign = c switch
        {
            '−' => '-',
            '′' or '’' => '\'',
            '\u066B' => '.',
            '\u060C' => ',',
            '\u061F' => '?',
            '∗' => '*',
            _ => c,
        };
        if ("+-*/=<>:,;.!?'^_{}".Contains(sign, StringComparison.Ordinal))
        {
            Add(TokenKind.Sign, sign.ToString(), at + 1);
        }
        else
        {
            var length = char.IsHighSurrogate(c) && at + 1 < end && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            Add(TokenKind.Bad, Messages.NoMathematics(text.Substring(at, length)), at + length);
        }
    }

    private void CutCommand()
    {
        var start = at;
        var name = CommandAt(start);
        var next = start + name.Length;
        if (name == @"\\")
        {
            Add(TokenKind.RowBreak, name, AfterRowBreak(next));
        }
        else if (name is @"\quad" or @"\qquad" or @"\hfill" or @"\hfil")
        {
            Add(TokenKind.WideSpace, name, next);
        }
        else if (PassedOver.Alone.Contains(name))
        {
            Skip(next);
        }
        else if (name is @"\hspace" or @"\hspace*" && TryGroup(SkipBlanks(next), out var width))
        {
            if (Lengths.IsWide(text.AsSpan((SkipBlanks(next) + 1)..width)))
            {
                Add(TokenKind.WideSpace, name, width + 1);
            }
            else
            {
                Skip(width + 1);
            }
        }
        else if (PassedOver.WithArgument.Contains(name))
        {
            var argument = SkipBlanks(next);
            if (TryGroup(argument, out var close))
            {
                Skip(close + 1);
            }
            else
            {
                AddOpenGroup(name, next);
            }
        }
        else if (PassedOver.SettingOver.Contains(name) && TryGroup(SkipBlanks(next), out var over)
            && TryGroup(SkipBlanks(over + 1), out var under) && Relations.IsSpelling(text[(SkipBlanks(over + 1) + 1)..under].Trim()))
        {
            Skip(over + 1);
        }
        else if (PassedOver.SettingWords.Contains(name))
        {
            CutWord(name, next);
        }
        else if (name is @"\begin" or @"\end")
        {
            CutEnvironment(name, next);
        }
        else if (name is @"\left" or @"\right")
        {
            CutSized(next, name == @"\left" ? Side.Opening : Side.Closing, grows: true);
        }
        else if (Delimiters.IsSize(name, out var side))
        {
            CutSized(next, side, grows: false);
        }
        else if (Delimiters.TryFind(name, out var delimiter))
        {
            AddDelimiter(delimiter.Text, delimiter.Side, start, next, grows: false);
        }
        else if (name == @"\")
        {
            Add(TokenKind.Bad, Messages.LoneBackslash, next);
        }
        else
        {
            Add(TokenKind.Command, name, next);
        }
    }

    private void CutWord(string command, int next)
    {
        var start = SkipBlanks(next);
        if (TryGroup(start, out var close))
        {
            var words = PrintableCharacters.WithSigns(text[(start + 1)..close]).Replace(@"\ ", " ", StringComparison.Ordinal).Replace('~', ' ')
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Select(word => DeceptiveCharacters.First(word, isName: false)).FirstOrDefault(found => found is not null) is { } deceptive)
            {
                Add(TokenKind.Bad, "the character " + DeceptiveCharacters.Describe(deceptive), close + 1);
            }
            else
            {
                Add(TokenKind.Word, string.Join(' ', words), close + 1);
            }
        }
        else if (start < end && char.IsAsciiLetter(text[start]))
        {
            Add(TokenKind.Word, text[start].ToString(), start + 1);
        }
        else
        {
            AddOpenGroup(command, next);
        }
    }

    private void CutEnvironment(string command, int next)
    {
        var start = SkipBlanks(next);
        if (!TryGroup(start, out var close))
        {
            AddOpenGroup(command, next);
            return;
        }

        var name = text[(start + 1)..close].Trim();
        var bare = name.TrimEnd('*');
        var after = close + 1;
        if (!PassedOver.LayoutEnvironments.Contains(bare))
        {
            Add(command == @"\begin" ? TokenKind.OtherBegin : TokenKind.OtherEnd, name, after);
            return;
        }

        if (command == @"\begin")
        {
            after = TryBracketGroup(after, out var option) ? option + 1 : after;
            after = PassedOver.TakesColumns(bare) && TryGroup(SkipBlanks(after), out var columns) ? columns + 1 : after;
        }

        Add(command == @"\begin" ? TokenKind.LayoutBegin : TokenKind.LayoutEnd, name, after);
    }

    private void CutSized(int next, Side side, bool grows)
    {
        var start = SkipBlanks(next);
        var spelling = start >= end ? "" : text[start] == '\\' ? CommandAt(start) : text[start].ToString();
        if (Delimiters.TryFind(spelling, out var delimiter))
        {
            AddDelimiter(delimiter.Text, side == Side.Unknown ? delimiter.Side : side, at, start + spelling.Length, grows);
        }
        else if (grows && spelling == ".")
        {
            AddDelimiter(".", side, at, start + 1, grows);
        }
        else if (!grows && spelling == "/")
        {
            Add(TokenKind.Sign, "/", start + 1);
        }
        else
        {
            Add(TokenKind.Bad, Messages.NoDelimiter(text[at..next]), next);
        }
    }

    // \\ may be followed by a star and by a length in brackets: \\*[2pt].
    private int AfterRowBreak(int next)
    {
        if (next < end && text[next] == '*')
        {
            next++;
        }

        return TryBracketGroup(next, out var close) && Lengths.IsLength(text.AsSpan((next + 1)..close)) ? close + 1 : next;
    }

    private string CommandAt(int start)
    {
        var next = start + 1;
        while (next < end && char.IsAsciiLetter(text[next]))
        {
            next++;
        }

        if (next == start + 1)
        {
            return next < end ? text.Substring(start, 2) : @"\";
        }

        var name = text[start..next];
        return next < end && text[next] == '*' && name is @"\operatorname" or @"\tag" or @"\hspace" ? name + "*" : name;
    }

    private int SkipBlanks(int from)
    {
        while (from < end && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    // The closing brace that belongs to an opening one.
    private bool TryGroup(int open, out int close)
    {
        close = open;
        if (open >= end || text[open] != '{')
        {
            return false;
        }

        var depth = 0;
        for (; close < end; close++)
        {
            switch (text[close])
            {
                case '\\':
                    close++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return true;
            }
        }

        return false;
    }

    private bool TryBracketGroup(int open, out int close)
    {
        close = open < end && text[open] == '[' ? text.IndexOf(']', open, end - open) : -1;
        return close >= 0;
    }

    // All that follows stands in the group that is not closed.
    private void AddOpenGroup(string command, int next)
    {
        Add(TokenKind.Bad, Messages.OpenGroup(command), next);
        at = end;
    }

    private void AddDelimiter(string delimiter, Side side, int start, int next, bool grows)
    {
        tokens.Add(new Token(TokenKind.Delimiter, delimiter, TextSpan.Between(start, next), gap, side, grows));
        Skip(next);
        gap = Gap.None;
    }

    private void Add(TokenKind kind, string content, int next)
    {
        tokens.Add(new Token(kind, content, TextSpan.Between(at, next), gap));
        at = next;
        gap = Gap.None;
    }

    private void Skip(int next)
    {
        at = next;
        gap |= Gap.Space;
    }
}
