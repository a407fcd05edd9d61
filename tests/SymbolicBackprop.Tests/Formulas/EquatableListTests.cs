using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Tests.Formulas;

public sealed class EquatableListTests
{
    [Fact]
    public void Lists_with_equal_elements_in_the_same_order_are_equal()
    {
        EquatableList<string> one = ["a", "b"];
        var other = new[] { "a", "b" }.ToEquatableList();

        Assert.True(one == other);
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one != (EquatableList<string>)["b", "a"]);
        Assert.True(one != (EquatableList<string>)["a"]);
        Assert.False(one.Equals("ab"));
    }

    [Fact]
    public void A_list_that_was_never_set_is_empty()
    {
        EquatableList<string> unset = default;

        Assert.True(unset == (EquatableList<string>)[]);
        Assert.Equal(((EquatableList<string>)[]).GetHashCode(), unset.GetHashCode());
        Assert.Empty(unset);
    }

    [Fact]
    public void Elements_are_counted_read_and_walked()
    {
        EquatableList<int> list = [3, 1, 2];

        Assert.Equal(3, list.Count);
        Assert.Equal(1, list[1]);
        Assert.Equal(6, list.Sum());
        Assert.True(list is [3, .., 2]);
    }
}
