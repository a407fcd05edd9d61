using CsCheck;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;

namespace SymbolicBackprop.Tests.Files;

public sealed class SheetFileFuzzTests
{
    private static readonly string[] Examples =
        [.. Directory.GetFiles(Repository.PathOf("examples"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    // What people and editors leave behind, and what YAML and LaTeX take for more than a letter.
    private static readonly string[] Fragments =
    [
        " ", "  ", "\n", "\r\n", "\t", "- ", ": ", ":", ", ", "{", "}", "[", "]", "(", ")", "'", "\"", "\\", "#", " #", "&a ", "*a ", "!!int ",
        "? ", "| ", ">", "---\n", "...\n", "%", "@", "`", "<<: ", "0", "-1", "99999999999", "δ", "\ud83d\ude00", "\ud83d", "\0", "\u2028", "\ufeff",
        "units", "activation", "network", "questions", "w_{11}^{(1)}", "^", "_", "\\partial ", "\\frac", "$", "/", "loss",
    ];

    private static readonly Gen<Func<string, string>> Edit = Gen.OneOf(
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, Fragments.Length - 1])
            .Select(Func<string, string> (at, fragment) => text => text.Insert(Position(text, at), Fragments[fragment])),
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 20])
            .Select(Func<string, string> (at, length) => text => text.Remove(Position(text, at), Math.Min(length, text.Length - Position(text, at)))),
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[1, 40])
            .Select(Func<string, string> (from, to, length) => text =>
                text.Insert(Position(text, to), text.Substring(Position(text, from), Math.Min(length, text.Length - Position(text, from))))),
        Gen.Double[0, 1].Select(Func<string, string> (at) => text => text[..Position(text, at)]));

    [Fact]
    public void Whatever_happens_to_a_file_it_is_read_or_refused_at_a_place_in_it()
    {
        var texts = Gen.Select(Gen.Int[0, Examples.Length - 1], Edit.Array[1, 6])
            .Select((example, edits) => edits.Aggregate(Examples[example], (text, edit) => edit(text)));

        texts.Sample(IsReadOrRefused, iter: 3_000, threads: 1, print: text => $"<<<{text}>>>");
    }

    [Fact]
    public void Any_characters_are_read_or_refused_at_a_place_in_them()
    {
        Gen.OneOf(Gen.Int[0, Fragments.Length - 1].Select(fragment => Fragments[fragment]), Gen.Char.Select(character => character.ToString()))
            .Array[0, 12]
            .Select(string.Concat)
            .Sample(IsReadOrRefused, iter: 2_000, threads: 1, print: text => $"<<<{text}>>>");
    }

    private static void IsReadOrRefused(string text)
    {
        var result = SheetFileReader.Read(new SourceText("f.yaml", text));

        Assert.Equal(result.IsSuccess, result.Diagnostics.IsEmpty);
        var lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var previous = (1, 0);
        foreach (var found in result.Diagnostics)
        {
            var place = found.Place!;
            Assert.Equal("f.yaml", place.File);
            Assert.InRange(place.Line, 1, lines.Length);
            Assert.Equal(lines[place.Line - 1], place.SourceLine);
            Assert.InRange(place.Column, 1, place.SourceLine.Length + 1);
            Assert.InRange(place.Length, 1, Math.Max(1, place.SourceLine.Length - place.Column + 1));
            Assert.True(previous.CompareTo((place.Line, place.Column)) <= 0);
            Assert.DoesNotContain('\0', found.Render());
            previous = (place.Line, place.Column);
        }
    }

    private static int Position(string text, double at) => (int)(at * text.Length);
}
