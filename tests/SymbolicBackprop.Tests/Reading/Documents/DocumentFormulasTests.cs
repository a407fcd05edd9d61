using System.Text;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Reading.Documents;

public sealed class DocumentFormulasTests
{
    [Theory]
    [InlineData("page.md", DocumentFormat.Markdown)]
    [InlineData("page.tex", DocumentFormat.Latex)]
    public void The_formulas_of_a_page_are_found(string name, DocumentFormat format)
    {
        var text = File.ReadAllText(Repository.PathOf($"tests/SymbolicBackprop.Tests/Reading/Documents/{name}"));
        var document = DocumentFormulas.Find(text, format);

        var listing = new StringBuilder();
        var reader = new LatexReader(ReadingContext.Default);
        foreach (var formula in document.Formulas)
        {
            Assert.Equal(formula.Latex, text.Substring(formula.Span.Offset, formula.Span.Length));
            listing.Append($"{formula.Number} at {formula.Line}:{formula.Column} {(formula.IsDisplayed ? "displayed" : "in text")}\n    ")
                .Append(formula.Latex.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
            foreach (var finding in reader.Read(formula.Latex).Findings)
            {
                listing.Append($"  {finding.Kind}: {finding}\n");
            }
        }

        foreach (var finding in document.Findings)
        {
            listing.Append($"{finding.Kind}: {finding}\n");
        }

        Snapshot.Match($"reading/{name}.txt", listing.ToString());
    }

    [Theory]
    [InlineData("$a$", "a")]
    [InlineData("$$a$$", "a")]
    [InlineData("$$ a $$", "a")]
    [InlineData("$ a $", "")]
    [InlineData("$5 and $6", "")]
    [InlineData(@"\$a$", "")]
    [InlineData(@"\\$a$", "a")]
    [InlineData("`$a$` $b$", "b")]
    [InlineData("``a ` $a$`` $b$", "b")]
    [InlineData("` $b$", "b")]
    [InlineData("```\n$a$\n```\n$b$", "b")]
    [InlineData("````\n$a$\n```\n$a$\n````\n$b$", "b")]
    [InlineData("```\n$a$", "")]
    [InlineData("<!-- $a$ --> $b$", "b")]
    [InlineData("$$a$$ $$b$$", "a|b")]
    [InlineData("$$a\n\n$c$", "c")]
    [InlineData(@"$$ a = \text{if $b$} $$", @"a = \text{if $b$}")]
    [InlineData(@"\begin{align}a &= b \\ c &= d\end{align}", "a &= b|c &= d")]
    [InlineData("متن $a$ و $b$\r\n", "a|b")]
    [InlineData("$$ $$", "")]
    [InlineData("$`a_1`$ $``$", "a_1|``")]
    [InlineData("```math\na = b\n```\n``` math\nc\\\\d\n```\n", "a = b|c|d")]
    [InlineData("```math\na", "a")]
    [InlineData("```math", "")]
    [InlineData(@"\(a = b\) \\(\hat c\\) \(word\) \[1\] \[d = e\]", @"a = b|\hat c|d = e")]
    [InlineData("$a = b, c = d; e, f = g$", "a = b,|c = d; e,|f = g")]
    [InlineData(@"$a = f(b, c), d_{1,2} = e$", @"a = f(b, c),|d_{1,2} = e")]
    [InlineData(@"$a = b \text{ and } c = d$", "a = b|c = d")]
    [InlineData(@"$a = b \hspace{1cm} c = d \hspace{1mm} e$", @"a = b|c = d \hspace{1mm} e")]
    [InlineData(@"$a_j = b_j, \quad j = 1, 2$", @"a_j = b_j, \quad j = 1, 2")]
    [InlineData(@"$a_j = b_j, j \in \{1, 2\}, c = d$", @"a_j = b_j, j \in \{1, 2\},|c = d")]
    [InlineData(@"$a \overset{!}{=} b, c = d$", @"a \overset{!}{=} b,|c = d")]
    public void Markdown(string text, string formulas) => AssertFinds(text, DocumentFormat.Markdown, formulas);

    [Theory]
    [InlineData(@"$a$ \(b\) \[c\] $$d$$", "a|b|c|d")]
    [InlineData(@"\\[2pt] $a$", "a")]
    [InlineData(@"% $a$
$b$", "b")]
    [InlineData(@"100\% $b$", "b")]
    [InlineData(@"\verb|$a$| $b$", "b")]
    [InlineData(@"\verb*+$a$+ $b$", "b")]
    [InlineData(@"\begin{lstlisting}$a$\end{lstlisting} $b$", "b")]
    [InlineData(@"\begin{equation*}a = b\end{equation*}", "a = b")]
    [InlineData(@"\begin{gather}a \\ b \\ \end{gather}", "a|b")]
    [InlineData(@"\begin{alignat}{2}a &= b &\quad c &= d\end{alignat}", "a &= b|c &= d")]
    [InlineData(@"\begin{align}a &= b \\ &= c \\ & + d\end{align}", @"a &= b \\ &= c \\ & + d")]
    [InlineData(@"\begin{align}a &= b \\ - c &= d\end{align}", @"a &= b|- c &= d")]
    [InlineData(@"\begin{align}a &= b \\ &- c\end{align}", @"a &= b \\ &- c")]
    [InlineData(@"\begin{align}a = b + \\ c\end{align}", @"a = b + \\ c")]
    [InlineData(@"\begin{align}a &= b \\ \text{where} \\ c &= d\end{align}", "a &= b|c &= d")]
    [InlineData(@"\[a = b, \quad c = d\]", "a = b,|c = d")]
    [InlineData(@"\[a = b \quad \text{and} \quad c = d\]", @"a = b \quad \text{and}|c = d")]
    [InlineData(@"\[a = b \quad \text{where } c = d\]", @"a = b|c = d")]
    [InlineData(@"\[a = b \quad\Rightarrow\quad c = d\]", @"a = b \quad\Rightarrow\quad c = d")]
    [InlineData(@"\[\Rightarrow\quad c = d\]", @"\Rightarrow\quad c = d")]
    [InlineData(@"\[a_j = b_j \quad (j = 1, 2)\]", @"a_j = b_j \quad (j = 1, 2)")]
    [InlineData(@"\[a = f(b \quad c) \quad d = e\]", @"a = f(b \quad c)|d = e")]
    [InlineData(@"\[a = \begin{pmatrix} b \\ c \end{pmatrix} \\ d = e\]", @"a = \begin{pmatrix} b \\ c \end{pmatrix}|d = e")]
    [InlineData(@"\[( a = b \\ c = d\]", @"( a = b|c = d")]
    [InlineData(@"$a", "")]
    public void Latex(string text, string formulas) => AssertFinds(text, DocumentFormat.Latex, formulas);

    [Fact]
    public void One_formula_that_is_not_closed_hides_no_other()
    {
        var document = DocumentFormulas.Find("$$ a = b\n\n$$c = d$$\n", DocumentFormat.Markdown);

        Assert.Equal(["c = d"], document.Formulas.Select(formula => formula.Latex));
        Assert.Equal(["0..2: $$ that is not closed (expected $$ before the next empty line)"], document.Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void An_environment_that_is_not_closed_hides_no_other()
    {
        var document = DocumentFormulas.Find(@"\begin{align} a \[c = d\]", DocumentFormat.Latex);

        Assert.Equal(["c = d"], document.Formulas.Select(formula => formula.Latex));
        Assert.Equal([@"0..13: \begin{align} that is not closed (expected \end{align})"], document.Findings.Select(finding => finding.ToString()));
    }

    private static void AssertFinds(string text, DocumentFormat format, string formulas) =>
        Assert.Equal(formulas, string.Join('|', DocumentFormulas.Find(text, format).Formulas.Select(formula => formula.Latex)));
}
