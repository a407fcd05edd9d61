using static SymbolicBackprop.Tests.Writing.Latex.LatexTokens;

namespace SymbolicBackprop.Tests.Writing.Latex;

public sealed class LatexTokensTests
{
    [Fact]
    public void A_comparison_sees_a_changed_token_and_not_another_layout()
    {
        Assert.NotEqual(Tokens("w_{11} a"), Tokens("w_{12} a"));
        Assert.NotEqual(Tokens("a + b"), Tokens("a - b"));
        Assert.Equal(Tokens(@"\Rightarrow f'_3 \left( z^{2} \right)"), Tokens("f_3'(z^2)"));
    }
}
