using System.Globalization;
using Index = SymbolicBackprop.Formulas.Index;

namespace SymbolicBackprop.Tests.Formulas;

public sealed class IndexTests
{
    [Fact]
    public void An_index_is_a_number_or_a_letter_with_an_offset()
    {
        Assert.Equal("3", ((Index)3).ToString());
        Assert.Equal("j", Index.Of("j").ToString());
        Assert.Equal("l-1", Index.Of("l", -1).ToString());
        Assert.Equal("l+12", Index.Of("l", 12).ToString());
    }

    [Fact]
    public void A_number_takes_the_place_of_the_letter_and_the_offset_is_added()
    {
        Assert.Equal(2, Index.Of("l", -1).Bind("l", 3));
        Assert.Equal(Index.Of("l", -1), Index.Of("l", -1).Bind("j", 3));
        Assert.Equal(7, ((Index)7).Bind("l", 3));
    }

    [Fact]
    public void An_index_is_written_the_same_in_all_cultures()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR") { NumberFormat = { NegativeSign = "~" } };
            Assert.Equal("l-1", Index.Of("l", -1).ToString());
            Assert.Equal("-1", ((Index)(-1)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
