using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Tests.Notations;

public sealed class NotationSettingTests
{
    [Fact]
    public void Every_property_of_a_notation_has_a_setting()
    {
        var properties = typeof(Notation).GetProperties().Where(property => !property.GetMethod!.IsStatic).Select(property => property.Name);

        // The words are those of the sheet's language.
        Assert.Equal(NotationSetting.All.Length, properties.Count(name => name != nameof(Notation.Words)));
    }

    [Fact]
    public void Every_choice_makes_a_notation_of_its_own()
    {
        foreach (var setting in NotationSetting.All.Where(setting => setting.Choices.Length > 0))
        {
            var notations = setting.Choices.Select(choice => setting.Apply(new Notation(), choice.Name)!).ToArray();

            Assert.Equal(notations.Length, notations.Distinct().Count());
            Assert.Contains(new Notation(), notations);
            Assert.Null(setting.Apply(new Notation(), "nonsense"));
        }
    }

    [Fact]
    public void The_profile_comes_first_and_other_settings_change_it()
    {
        Assert.Same(NotationSetting.Profile, NotationSetting.All[0]);
        Assert.Equal("--notation", NotationSetting.Profile.Option);

        var changed = NotationSetting.Loss.Apply(NotationSetting.Profile.Apply(Notation.Brackets, "nielsen")!, "J");
        Assert.Equal(NotationProfile.Nielsen.Notation with { Loss = "J" }, changed);
    }

    [Theory]
    [InlineData("loss", true)]
    [InlineData("L", true)]
    [InlineData("cost function", true)]
    [InlineData("cross-entropy 2", true)]
    [InlineData("هزینه", true)]
    [InlineData("", false)]
    [InlineData(" L", false)]
    [InlineData("a  b", false)]
    [InlineData("$L$", false)]
    [InlineData(@"\ell", false)]
    [InlineData("L_1", false)]
    [InlineData("2L", false)]
    [InlineData("a}b", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void The_name_of_the_loss_is_words(string name, bool isName)
    {
        Assert.Equal(isName ? new Notation { Loss = name } : null, NotationSetting.Loss.Apply(new Notation(), name));
    }
}
