using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Tools;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Writing.Latex;

public sealed class LatexDocumentTests
{
    private const string Special = @"100% of #1 & $x_1^2$ {a} ~b \c the network’s";

    [Fact]
    public void Special_characters_are_set_as_they_are() => Assert.Contains(
        @"{\LARGE\bfseries 100\% of \#1 \& \$x\_1\textasciicircum{}2\$ \{a\} \textasciitilde{}b \textbackslash{}c the network's\par}",
        LatexDocument.Write(new Document(Special, English.Instance, [])),
        StringComparison.Ordinal);

    [Fact]
    public async Task Pdflatex_sets_special_characters_in_all_places()
    {
        var program = RequiredTool.Find("pdflatex");
        using var folder = new TemporaryFolder();
        var notation = new Notation { Loss = Special };
        var document = new Document(
            Special,
            English.Instance,
            [
                new Heading(1, Prose.Of($"{Special}{L}"), notation),
                new Paragraph(Prose.Of($"{Special}{Call.Of("my_gate", P)}"), notation),
                new Equations([new Equation(1, Statement.Equality(L, P), Follows: true, Assurance.Proved)], notation),
            ]);
        await File.WriteAllTextAsync(folder.PathOf("page.tex"), LatexDocument.Write(document), TestContext.Current.CancellationToken);

        var run = await ToolRun.StartAsync(program, ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "page.tex"], folder.FullPath);

        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public void Signs_are_set_by_their_commands() => Assert.Contains(
        @"{\LARGE\bfseries \ensuremath{\partial}L/\ensuremath{\partial}w = \ensuremath{\sigma}\ensuremath{'} · é\par}",
        LatexDocument.Write(new Document("∂L/∂w = σ′ · é", English.Instance, [])),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("pdflatex", "en", 370, 400)]
    [InlineData("xelatex", "en", 370, 400)]
    [InlineData("xelatex", "fa", 560, 580)]
    public async Task Every_character_that_a_title_can_have_is_set(string engine, string code, int fewest, int most)
    {
        var language = Language.Named(code);
        var program = RequiredTool.Find(engine);
        using var folder = new TemporaryFolder();
        var all = string.Concat(Enumerable.Range(0, char.MaxValue).Select(code => (char)code)
            .Where(character => !char.IsSurrogate(character) && PrintableCharacters.FirstLacking(character.ToString(), language.HasLetter) is null));
        var notation = new Notation { Loss = all.Replace("™", "", StringComparison.Ordinal) }; // no part of a name
        var document = new Document($"x{all}x", language, [new Equations([new Equation(1, Statement.Equality(L, L), false, Assurance.None)], notation)]);
        await File.WriteAllTextAsync(folder.PathOf("page.tex"), LatexDocument.Write(document), TestContext.Current.CancellationToken);

        var run = await ToolRun.StartAsync(program, ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "page.tex"], folder.FullPath);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.InRange(all.Length, fewest, most);
        Assert.DoesNotContain("Missing character", await File.ReadAllTextAsync(folder.PathOf("page.log"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_follow_each_other_in_order_and_what_is_referred_to_has_a_label()
    {
        var notation = Notation.Parentheses;
        var document = new Document(
            "T",
            English.Instance,
            [
                new Heading(1, Prose.Of($"One {P}"), notation),
                new Heading(2, Prose.Of($"Two"), notation),
                new Paragraph(Prose.Of($"Of {D(L, P)} see {new EquationReference(2)} {Mark.Tested}"), notation),
                new Equations(
                    [
                        new Equation(1, Statement.Equality(P, Q), Follows: false, Assurance.None),
                        new Equation(2, Statement.Equality(Q, R), Follows: true, Assurance.Proved),
                    ],
                    notation),
            ]);

        Assert.Equal(
            """
            \section*{\boldmath One $p$}

            \subsection*{Two}

            Of $\partial \text{loss} / \partial p$ see \eqref{eq:2} $\tested$
            \begin{align}
              p &= q \\
              \Rightarrow\quad q &= r\quad \proved \label{eq:2}
            \end{align}
            """.ReplaceLineEndings("\n"),
            LatexDocument.WriteFragment(document));
    }

    [Fact]
    public void An_equation_of_several_lines_is_set_as_one_and_has_one_number()
    {
        var rows = Rows(Sides(2));

        Assert.Equal([@"\begin{split}", @"\end{split}"], [rows[0], rows[^1]]);
        Assert.All(rows[1..^2], row => Assert.EndsWith(@" \\", row, StringComparison.Ordinal));
        Assert.EndsWith(@"\quad \proved", rows[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_of_a_long_equation_may_stand_on_two_pages()
    {
        var rows = Rows(Sides(13));

        Assert.Equal(13, rows.Length);
        Assert.All(rows[..^1], row => Assert.EndsWith(@" \notag \\", row, StringComparison.Ordinal));
        Assert.EndsWith(@"\quad \proved", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_begins_with_the_words_that_belong_to_a_display()
    {
        var program = RequiredTool.Find("pdflatex");
        using var folder = new TemporaryFolder();
        for (var filling = 26; filling < 32; filling++)
        {
            var document = new Document("T", English.Instance,
                [
                    .. Enumerable.Repeat(new Paragraph(Prose.Of($"Text."), Notation.Parentheses), filling),
                    Displayed(Sides(2)),
                    new Paragraph(Prose.Of($"The words after it."), Notation.Parentheses),
                ]);
            await File.WriteAllTextAsync(folder.PathOf("page.tex"), LatexDocument.Write(document), TestContext.Current.CancellationToken);
            await ToolRun.StartAsync(program, ["-interaction=nonstopmode", "-no-shell-escape", "page.tex"], folder.FullPath);
            var pages = await ToolRun.StartAsync(RequiredTool.Find("pdftotext"), ["page.pdf", "-"], folder.FullPath);
            Assert.DoesNotContain("\fThe words", pages.Output, StringComparison.Ordinal);
        }
    }

    private static string[] Rows(Formula[] sides) =>
        [.. LatexDocument.WriteFragment(new Document("T", English.Instance, [Displayed(sides)])).Split('\n')[1..^1].Select(row => row.Trim())];

    private static Equations Displayed(Formula[] sides) =>
        new([new Equation(7, Statement.Equality(P, sides), Follows: false, Assurance.Proved)], Notation.Parentheses);

    // So many sides, each with a line of its own.
    private static Formula[] Sides(int count) => [.. Enumerable.Repeat(Formula.SumOf(Enumerable.Range(1, 6).Select(i => Product(Delta(2, i), W(2, 1, i)))), count)];
}
