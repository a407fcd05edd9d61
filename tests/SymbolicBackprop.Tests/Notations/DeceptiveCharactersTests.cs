using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Tests.Notations;

public sealed class DeceptiveCharactersTests
{
    [Theory]
    [InlineData("lо\u0441s", "U+043E looks like 'o' and is another letter")]
    [InlineData("l\u202Eoss", "U+202E is not seen")]
    [InlineData("lo\u200Bss", "U+200B is not seen")]
    [InlineData("а", "U+0430 looks like 'a' and is another letter")]
    [InlineData("my Ｌ", "U+FF2C looks like 'L' and is another letter")]
    [InlineData("\U0001D43F", "U+1D43F looks like 'L' and is another letter")]
    [InlineData("\u0391", "U+0391 looks like 'A' and is another letter")]
    public void A_name_that_seems_another_is_refused_with_its_character(string name, string expected) =>
        Assert.Equal(expected, DeceptiveCharacters.Describe(Assert.NotNull(DeceptiveCharacters.First(name, isName: true))));

    [Theory]
    [InlineData("loss")]
    [InlineData("Größe 2")]
    [InlineData("потери")]
    [InlineData("زیان\u200Cها")]
    [InlineData("σ")]
    public void A_name_of_one_script_is_one(string name) => Assert.Null(DeceptiveCharacters.First(name, isName: true));

    [Theory]
    [InlineData("с весом w", false)] // Russian words, one of them a letter that looks Latin
    [InlineData("\u200Fیک\u200E w", false)]
    [InlineData("Bаckpropagation", true)]
    [InlineData("a\u202Eb", true)]
    public void In_a_text_only_words_of_two_scripts_and_what_turns_it_around_deceive(string text, bool deceives) =>
        Assert.Equal(deceives, DeceptiveCharacters.First(text, isName: false) is not null);
}
