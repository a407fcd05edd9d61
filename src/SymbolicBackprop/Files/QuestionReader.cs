using System.Globalization;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>
/// Reads what a question asks for: a quantity such as <c>w_{11}^{(3)}</c>, alone or in a derivative such as
/// <c>\partial loss / \partial w_{11}^{(3)}</c>. Layer marks may stand in parentheses or brackets, whatever the notation.
/// </summary>
public sealed class QuestionReader
{
    private const string Sample = "such as w_{11}^{(3)}, b_1^{[1]} or \\partial loss / \\partial w_{11}^{(3)}";

    private readonly PlacedText placed;
    private readonly string text;
    private readonly Notation notation;
    private bool hasD;
    private int position;

    private QuestionReader(PlacedText placed, Notation notation)
    {
        this.placed = placed;
        text = placed.Text;
        this.notation = notation;
    }

    /// <summary>Reads a question about a network.</summary>
    /// <param name="source">The question.</param>
    /// <param name="notation">The notation it is written in: the order of weight indices, the letter of inputs, the name of the loss.</param>
    /// <param name="network">The network, in which the quantity must exist.</param>
    public static ReadResult<Question> Read(SourceText source, Notation notation, Network network) =>
        Read(PlacedText.Of(source), notation, network, model: null);

    /// <summary>Reads a question about what a network file holds.</summary>
    /// <param name="source">The question.</param>
    /// <param name="notation">The notation it is written in.</param>
    /// <param name="file">The file, whose model must have the quantity.</param>
    public static ReadResult<Question> Read(SourceText source, Notation notation, SheetFile file) =>
        Read(PlacedText.Of(source), notation, file.Network, file.Equations?.Model);

    /// <summary>Reads a question about a network, or about a model that something else gives.</summary>
    internal static ReadResult<Question> Read(PlacedText placed, Notation notation, Network? network, Model? model)
    {
        if (Deception(placed) is { } deception)
        {
            return ReadResult.Failed<Question>(deception);
        }

        if (network is not null && ModelQuestionReader.IsOfOther(placed.Text, notation))
        {
            model = network.Model;
        }

        if (model is not null)
        {
            return ModelQuestionReader.Read(placed, notation, model, network);
        }

        var result = Read(placed, notation, network);
        return result.Value is { } target ? ReadResult.Of(new Question(target, notation)) : ReadResult.Failed<Question>(result.Diagnostics);
    }

    // A letter that is not what it seems would only be said not to exist.
    private static Diagnostic? Deception(PlacedText placed) => DeceptiveCharacters.First(placed.Text, isName: true) is { } found
        ? FileMessages.Deceptive(placed.PlaceAt(placed.Text.IndexOf(found.Character.ToString(), StringComparison.Ordinal), found.Character.Utf16SequenceLength), DeceptiveCharacters.Describe(found))
        : null;

    private static ReadResult<Symbol> Read(PlacedText placed, Notation notation, Network? network)
    {
        if (Deception(placed) is { } deception)
        {
            return ReadResult.Failed<Symbol>(deception);
        }

        try
        {
            var reader = new QuestionReader(placed, notation);
            var (symbol, start, end) = reader.ReadQuestion();
            if (reader.hasD && network is { Samples.Count: > 1 } && symbol.Role is not (Role.Weight or Role.Bias))
            {
                throw reader.Mistake(start - 1, end - start + 1, "with d before it, this is the derivative of each sample's own loss", $"ask for that of {notation.Loss} by {placed.Text[start..end]}");
            }

            return QuestionTarget.Mistake(symbol, network, notation, placed.Text[start..end], placed.PlaceAt(start, end - start)) is { } mistake
                ? ReadResult.Failed<Symbol>(mistake)
                : ReadResult.Of(symbol.IsWhole && network is { Samples.Count: > 1 } ? Symbol.Whole(symbol.Role, symbol.Layer, isBatch: true) : symbol);
        }
        catch (MistakeException exception)
        {
            return ReadResult.Failed<Symbol>(exception.Diagnostic);
        }
    }

    private (Symbol Symbol, int Start, int End) ReadQuestion()
    {
        var dollars = Takes("$$") ? "$$" : Takes("$") ? "$" : "";
        var quantity = ReadFraction();
        if (Takes("="))
        {
            Expect("?", "as in '= ?'");
        }

        if (dollars.Length > 0)
        {
            Expect(dollars, "to close the one at the start");
        }

        SkipSpace();
        return position == text.Length ? quantity : throw Mistake(
            position, text.Length - position, $"{Wording.Quoted(text[position..])} was not expected here", "a question is one quantity, " + Sample);
    }

    private (Symbol Symbol, int Start, int End) ReadFraction()
    {
        if (Takes(@"\frac") || Takes(@"\dfrac") || Takes(@"\tfrac"))
        {
            Expect("{", @"after \frac");
            ExpectPartial();
            ReadLoss('}');
            Expect("}", "after the loss");
            Expect("{", "before what the loss is differentiated by");
            ExpectPartial();
            var quantity = ReadQuantity();
            Expect("}", "after what the loss is differentiated by");
            return quantity;
        }

        if (TakesPartial())
        {
            ReadLoss('/');
            Expect("/", "after the loss");
            ExpectPartial();
        }
        else
        {
            SkipD();
        }

        return ReadQuantity();
    }

    // dw is ∂loss/∂w in notations that write it so.
    private void SkipD()
    {
        SkipSpace();
        hasD = notation.Derivatives == DerivativeStyle.Differentials && position + 1 < text.Length && text[position] == 'd' && (char.IsLetter(text[position + 1]) || text[position + 1] == '\\');
        position += hasD ? 1 : 0;
    }

    private bool TakesPartial() => Takes(@"\partial") || Takes("∂");

    private void ExpectPartial()
    {
        if (!TakesPartial())
        {
            throw Expected(@"'\partial' was expected here", "a derivative is written as \\partial loss / \\partial w_{11}^{(3)}");
        }
    }

    private void ReadLoss(char end)
    {
        if (TakesNameOfLoss(end))
        {
            return;
        }

        SkipSpace();
        var start = position;
        var close = end;
        var isWrapped = false;
        if (position < text.Length && text[position] == '\\')
        {
            position++;
            while (position < text.Length && char.IsAsciiLetter(text[position]))
            {
                position++;
            }

            if (Takes("{"))
            {
                start = position;
                close = '}';
                isWrapped = true;
            }
        }

        while (position < text.Length && text[position] != close)
        {
            position++;
        }

        var stop = position;
        if (isWrapped)
        {
            Expect("}", "after the name of the loss");
        }

        var name = text[start..stop].Trim();
        if (name != notation.Loss && name != "loss")
        {
            throw Mistake(
                start,
                Math.Max(1, text[start..stop].TrimEnd().Length),
                name.Length == 0 ? "the name of the loss was expected here" : $"a question asks for a derivative of the loss, not of {Wording.Quoted(name)}",
                $"the loss is called '{notation.Loss}' here");
        }
    }

    // As the notation writes it, which may be with a command or an index.
    private bool TakesNameOfLoss(char end)
    {
        var start = position;
        if (Takes(notation.Loss))
        {
            SkipSpace();
            if (position < text.Length && text[position] == end)
            {
                return true;
            }
        }

        position = start;
        return false;
    }

    private (Symbol Symbol, int Start, int End) ReadQuantity()
    {
        SkipSpace();
        var start = position;
        var (role, letter, isWhole) = ReadLetter();
        (string Text, int Start)? subscript = null;
        (string Text, int Start)? superscript = null;
        while (true)
        {
            if (Takes("_"))
            {
                subscript = subscript is null ? ReadScript() : throw Mistake(position - 1, 1, "a second subscript stands here", "write one, such as w_{11}");
            }
            else if (Takes("^"))
            {
                superscript = superscript is null ? ReadScript() : throw Mistake(position - 1, 1, "a second superscript stands here", "write one, such as w_{11}^{(3)}");
            }
            else
            {
                break;
            }
        }

        var end = position;
        while (char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var layer = superscript is { } mark ? ReadLayerMark(mark.Text, mark.Start) : (int?)null;
        return (isWhole ? AssembleWhole(role, subscript, layer, start, end) : Assemble(role, letter, subscript, layer, start, end), start, end);
    }

    // The letters of the notation, and the usual ones where it has no other use for them. A capital W and bold letters stand for whole layers.
    private (Role Role, string Letter, bool IsWhole) ReadLetter()
    {
        var start = position;
        if (Takes(@"\mathbf") || Takes(@"\boldsymbol") || Takes(@"\bm"))
        {
            var isGroup = Takes("{");
            SkipSpace();
            var (bold, letter, _) = ReadLetter();
            if (isGroup)
            {
                Expect("}", "after the bold letter");
            }

            return (bold, letter, true);
        }

        var isWord = Takes(@"\text{") || Takes(@"\mathrm{");
        if (position < text.Length && text[position] == '\\')
        {
            position++;
        }

        while (position < text.Length && char.IsLetter(text[position]))
        {
            position++;
        }

        if (isWord)
        {
            Expect("}", "after the word");
        }

        var written = text[start..position];
        var name = isWord ? written[(written.IndexOf('{', StringComparison.Ordinal) + 1)..written.IndexOf('}', StringComparison.Ordinal)] : written;
        var role = notation.Letters.RoleOf(name) ?? new QuantityLetters().RoleOf(name);
        return name switch
        {
            QuantityLetters.WeightMatrix => (Role.Weight, name, true),
            _ when notation.Letters.RoleOfCapital(name) is (Role.PreActivation or Role.Activation or Role.Input) and var all && name != notation.Loss => (all, name, true),
            _ when role is Role.Weight or Role.Bias or Role.PreActivation or Role.Activation or Role.Input => (role.Value, name, false),
            "" or "\\" => throw Expected("a quantity was expected here", "a question is one quantity, " + Sample),
            _ when role == Role.Delta || name == "δ" => throw Mistake(
                start, written.Length, "δ is a name for a derivative itself", "ask for the a or z whose derivative it is, such as a_1^{(2)}"),
            _ => throw Mistake(
                start,
                written.Length,
                $"{Wording.Quoted(written)} is not a quantity to ask for",
                "ask for a weight w, a bias b, a weighted sum z, an activation a or an input x"),
        };
    }

    private (string Text, int Start) ReadScript()
    {
        SkipSpace();
        if (!Takes("{"))
        {
            if (position == text.Length)
            {
                throw Expected("an index was expected here", "write indices and layers in braces, such as w_{11}^{(3)}");
            }

            // Without braces LaTeX takes one character, but nobody who writes w_11 or w^(3) means that.
            var from = position;
            while (position < text.Length && (char.IsLetterOrDigit(text[position]) || "()[],".Contains(text[position], StringComparison.Ordinal)))
            {
                position++;
            }

            return position - from == 1 ? (text[from..position], from) : throw Mistake(
                from, Math.Max(1, position - from), "braces are missing here", "write indices and layers in braces, such as w_{11}^{(3)}");
        }

        var start = position;
        while (position < text.Length && text[position] is not ('}' or '{' or '_' or '^'))
        {
            position++;
        }

        var end = position;
        Expect("}", "to close the '{' before it");
        return (text[start..end], start);
    }

    private int ReadLayerMark(string mark, int start)
    {
        var trimmed = mark.Trim();
        if (notation.LayerMark == LayerMark.Plain && IsNumber(trimmed))
        {
            return NumberOf(trimmed);
        }

        if (trimmed is ['(', .., ')'] or ['[', .., ']'] && trimmed[1..^1].Trim() is { } number && IsNumber(number))
        {
            return NumberOf(number);
        }

        throw Mistake(
            start,
            Math.Max(1, mark.Length),
            IsNumber(trimmed) ? $"'^{{{trimmed}}}' would be a power"
                : trimmed.Length == 0 ? "the mark of a layer is missing here"
                : $"{Wording.Quoted(mark)} is not the mark of a layer",
            $"write the layer as ^{{({(IsNumber(trimmed) ? trimmed : "3")})}} or ^{{[{(IsNumber(trimmed) ? trimmed : "3")}]}}");
    }

    private Symbol Assemble(Role role, string letter, (string Text, int Start)? subscript, int? layer, int start, int end)
    {
        var written = text[start..end];
        if (subscript is null && role == Role.Bias && layer is { } shared)
        {
            return Symbol.SharedBias(shared);
        }

        if (subscript is not { } script)
        {
            throw Mistake(start, end - start, $"{Wording.Quoted(written)} has no index", role switch
            {
                Role.Weight => "a weight has two, such as w_{11}^{(3)}; W^{(3)} is the matrix of them all",
                Role.Input => $"write it as {letter}_1",
                _ => string.Create(CultureInfo.InvariantCulture, $"write it as {letter}_1^{{({layer ?? 1})}}, or as \\mathbf{{{letter}}}^{{({layer ?? 1})}} for the whole layer"),
            });
        }

        var indices = ReadIndices(role, letter, script.Text, script.Start);
        var isInput = role == Role.Input || (role == Role.Activation && (layer == 0 || (layer is null && notation.Inputs == InputStyle.UnmarkedActivation)));
        if (role == Role.Input && layer is not null)
        {
            throw Mistake(start, end - start, $"{Wording.Quoted(written)} has the mark of a layer, and inputs have none", $"write it as {text[start..end].Split('^')[0].Trim()}");
        }

        if (layer is null && !isInput)
        {
            throw Mistake(
                start,
                end - start,
                $"{Wording.Quoted(written)} does not say its layer",
                role == Role.Activation ? $"write it as {written}^{{(1)}}, or an input as x_1" : $"write it as {written}^{{(1)}}");
        }

        return role switch
        {
            _ when isInput => Symbol.Input(indices[0]),
            Role.Weight => notation.WeightOrder == WeightOrder.FromTo
                ? WeightOrBias(layer!.Value, indices[0], indices[1])
                : WeightOrBias(layer!.Value, indices[1], indices[0]),
            _ => new Symbol(role, layer!.Value, [indices[0]]),
        };
    }

    private Symbol AssembleWhole(Role role, (string Text, int Start)? subscript, int? layer, int start, int end)
    {
        if (subscript is { } script)
        {
            throw Mistake(script.Start, Math.Max(1, script.Text.Length), "a whole layer has no index", "ask for one quantity with a small letter, such as w_{11}^{(3)}");
        }

        if (role == Role.Input && layer is not null)
        {
            throw Mistake(start, end - start, $"{Wording.Quoted(text[start..end])} has the mark of a layer, and inputs have none", $"write it as {text[start..end].Split('^')[0].Trim()}");
        }

        return role == Role.Input || (role == Role.Activation && (layer == 0 || (layer is null && notation.Inputs == InputStyle.UnmarkedActivation))) ? Symbol.Whole(Role.Input)
            : layer is { } own ? Symbol.Whole(role, own)
            : throw Mistake(start, end - start, $"{Wording.Quoted(text[start..end])} does not say its layer", $"write it as {text[start..end].Trim()}^{{(1)}}");
    }

    private Symbol WeightOrBias(int layer, int from, int to) =>
        from == 0 && notation.Letters.BiasIsWeight ? Symbol.Bias(layer, to) : Symbol.Weight(layer, from, to);

    private int[] ReadIndices(Role role, string letter, string written, int start)
    {
        var parts = written.Split(',').Select(part => part.Trim()).ToArray();
        var length = Math.Max(1, written.Length);
        if (Array.Find(parts, part => !IsNumber(part)) is { } wrong)
        {
            throw Mistake(start, length, wrong.Length == 0 ? "an index is missing here" : $"{Wording.Quoted(wrong)} is not an index", "write units as numbers counted from 1");
        }

        if (role != Role.Weight)
        {
            return parts.Length == 1 ? [NumberOf(parts[0])] : throw Mistake(
                start, length, $"{letter} has one index, not {parts.Length.ToString(CultureInfo.InvariantCulture)}", $"write one, such as {letter}_1");
        }

        return parts switch
        {
            [var two] when two.Length == 2 => [NumberOf(two[..1]), NumberOf(two[1..])],
            [var first, var second] => [NumberOf(first), NumberOf(second)],
            [var one] when one.Length == 1 => throw Mistake(start, length, "a weight has two indices, not one", $"write both, such as w_{{{one}1}}"),
            [var many] => throw Mistake(
                start,
                length,
                $"it is not clear where the first index of {Wording.Quoted(many)} ends",
                $"write a comma between the two: w_{{{many[..1]},{many[1..]}}} or w_{{{many[..2]},{many[2..]}}}"),
            _ => throw Mistake(start, length, $"a weight has two indices, not {parts.Length.ToString(CultureInfo.InvariantCulture)}", "write two, such as w_{1,2}"),
        };
    }

    private static bool IsNumber(string written) => written.Length > 0 && written.All(char.IsAsciiDigit);

    // No network has as many units as a number of ten digits says.
    private static int NumberOf(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private void SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private bool Takes(string sign)
    {
        SkipSpace();
        if (!text.AsSpan(position).StartsWith(sign, StringComparison.Ordinal))
        {
            return false;
        }

        position += sign.Length;
        return true;
    }

    private void Expect(string sign, string where)
    {
        if (!Takes(sign))
        {
            throw Expected($"'{sign}' was expected here {where}", "a question is one quantity, " + Sample);
        }
    }

    private MistakeException Expected(string what, string hint)
    {
        SkipSpace();
        var found = position == text.Length ? "the end" : Wording.Quoted(text.Substring(position, char.IsHighSurrogate(text[position]) && position + 1 < text.Length ? 2 : 1));
        return Mistake(position, 1, $"{what}, not {found}", hint);
    }

    private MistakeException Mistake(int start, int length, string message, string hint) =>
        new(Diagnostic.Error(placed.PlaceAt(start, length), message, hint));

    private sealed class MistakeException(Diagnostic diagnostic) : Exception
    {
        public Diagnostic Diagnostic { get; } = diagnostic;
    }
}
