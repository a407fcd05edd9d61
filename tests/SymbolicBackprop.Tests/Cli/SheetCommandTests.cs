using System.Text;
using SymbolicBackprop.Cli;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

public sealed class SheetCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_sheet_stands_in_the_current_folder_under_the_name_of_the_file()
    {
        Directory.CreateDirectory(folder.PathOf("networks"));
        CopyExample("minimal.yaml", "networks/net.v1.yaml");

        var run = CommandRun.In(folder.FullPath, "sheet", "networks/net.v1.yaml");

        Assert.Equal(new CommandRun(0, "wrote net.v1.tex\n", ""), run);
        Assert.StartsWith(@"\documentclass", Read("net.v1.tex"));
        Assert.Equal(["net.v1.tex"], Files());
        Assert.Equal(["net.v1.yaml"], Files("networks"));
    }

    [Fact]
    public void The_output_can_be_named()
    {
        CopyExample("minimal.yaml");
        Directory.CreateDirectory(folder.PathOf("out"));

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--output", "out/answers.tex");

        Assert.Equal(new CommandRun(0, "wrote out/answers.tex\n", ""), run);
        Assert.Equal(["answers.tex"], Files("out"));
    }

    [Fact]
    public void A_dash_is_standard_output_and_holds_what_the_file_would()
    {
        CopyExample("handwritten.yaml");

        var printed = CommandRun.In(folder.FullPath, "sheet", "handwritten.yaml", "-o", "-");
        CommandRun.In(folder.FullPath, "sheet", "handwritten.yaml");

        Assert.Equal((0, ""), (printed.ExitCode, printed.Error));
        Assert.Equal(Read("handwritten.tex"), printed.Output);
        Assert.Equal(["handwritten.tex", "handwritten.yaml"], Files());
    }

    [Theory]
    [InlineData("a.html", "<!DOCTYPE html>")]
    [InlineData("a.md", "# One unit after another")]
    [InlineData("a.TXT", "One unit after another")]
    [InlineData("a.tex", @"\documentclass")]
    [InlineData("a", @"\documentclass")]
    public void The_ending_of_the_file_tells_the_format(string output, string start)
    {
        CopyExample("minimal.yaml");

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "-o", output);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(start, Read(output)[..200], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "minimal.html", "<!DOCTYPE html>")]
    [InlineData("markdown", "minimal.md", "# One unit after another")]
    [InlineData("text", "minimal.txt", "One unit after another")]
    public void A_format_has_its_own_ending(string format, string name, string start)
    {
        CopyExample("minimal.yaml");

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--to", format);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"wrote {name}\n", run.Output);
        Assert.StartsWith(start, Read(name));
    }

    [Fact]
    public void Pictures_of_Markdown_are_files_beside_it()
    {
        CopyExample("minimal.yaml");
        Directory.CreateDirectory(folder.PathOf("out"));

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--to", "markdown", "-o", "out/net.md");

        Assert.Equal(new CommandRun(0, "wrote out/net.md\nwrote out/net.1.svg\nwrote out/net.2.svg\nwrote out/net.3.svg\n", ""), run);
        Assert.Equal(["net.1.svg", "net.2.svg", "net.3.svg", "net.md"], Files("out"));
        Assert.All(Files("out")[..3], name => Assert.Contains($"]({name})", Read("out/net.md")));
        Assert.StartsWith("<svg", Read("out/net.1.svg"));
    }

    [Fact]
    public void Where_one_of_several_files_cannot_be_written_none_is()
    {
        CopyExample("minimal.yaml");
        Directory.CreateDirectory(folder.PathOf("minimal.3.svg"));
        File.WriteAllText(folder.PathOf("minimal.md"), "before");

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--to", "markdown");

        Assert.Equal(new CommandRun(2, "", "error: cannot write 'minimal.3.svg': it is a folder\n"), run);
        Assert.Equal("before", Read("minimal.md"));
        Assert.Equal(["minimal.md", "minimal.yaml"], Files());
    }

    [Fact]
    public void A_picture_does_not_overwrite_the_network_file()
    {
        CopyExample("minimal.yaml", "net.1.svg");

        var run = CommandRun.In(folder.FullPath, "sheet", "net.1.svg", "--to", "markdown", "-o", "net.md");

        Assert.Equal(new CommandRun(2, "", "error: 'net.1.svg' is the network file itself\n  hint: name another file with --output\n"), run);
        Assert.Equal(["net.1.svg"], Files());
    }

    [Fact]
    public void Markdown_on_standard_output_lacks_its_pictures_and_says_so()
    {
        CopyExample("minimal.yaml");

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--to", "markdown", "-o", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# One unit after another", run.Output);
        Assert.DoesNotContain("svg", run.Output);
        Assert.Equal(
            "warning: the pictures are left out, for they are files beside the text\n  hint: name a file with --output, or write 'pictures: false' into the network file\n",
            run.Error);
        File.AppendAllText(folder.PathOf("minimal.yaml"), "pictures: false\n");
        Assert.Equal("", CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--to", "markdown", "-o", "-").Error);
    }

    [Fact]
    public void Pages_are_made_where_TeX_is_installed()
    {
        RequiredTool.Find("pdflatex");
        CopyExample("minimal.yaml");

        Assert.Equal(new CommandRun(0, "wrote minimal.pdf\n", ""), CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--to", "pdf"));
        Assert.StartsWith("%PDF", Read("minimal.pdf"));
        Assert.Equal(["minimal.pdf", "minimal.yaml"], Files());
    }

    [Theory]
    [InlineData("error: pages are no text for standard output\n  hint: name a file with --output\n", "--to", "pdf", "-o", "-")]
    [InlineData("error: --fragment is for LaTeX, not for html\n  hint: leave one of --fragment and --to out\n", "--to", "html", "--fragment")]
    public void What_does_not_go_together_is_refused(string message, params string[] options)
    {
        CopyExample("minimal.yaml");

        Assert.Equal(new CommandRun(2, "", message), CommandRun.In(folder.FullPath, ["sheet", "minimal.yaml", .. options]));
        Assert.Equal(["minimal.yaml"], Files());
    }

    [Theory]
    [InlineData("result", 0, 0)]
    [InlineData("steps", 4, 0)]
    [InlineData("full", 4, 4)]
    public void A_detail_on_the_command_line_is_that_of_all_questions(string detail, int definitions, int factors)
    {
        CopyExample("detail.yaml");

        var sheet = CommandRun.In(folder.FullPath, "sheet", "detail.yaml", "--detail", detail, "-o", "-").Output;

        Assert.Equal(4, sheet.Split("Question ").Length - 1);
        Assert.Equal(definitions, sheet.Split("{Definitions}").Length - 1);
        Assert.Equal(factors, sheet.Split("{Derivative of the loss}").Length - 1);
    }

    [Fact]
    public void A_detail_that_does_not_exist_is_refused()
    {
        CopyExample("minimal.yaml");

        Assert.Equal(
            new CommandRun(2, "", "error: unknown value 'all' of --detail; known are result, steps, full\n  hint: 'backprop sheet --help' shows how to use it\n"),
            CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--detail", "all"));
    }

    [Fact]
    public void A_fragment_is_the_body_alone()
    {
        CopyExample("minimal.yaml");

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--fragment", "--output", "-");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain(@"\documentclass", run.Output);
        Assert.DoesNotContain(@"\end{document}", run.Output);
        Assert.Contains("w_{11}^{(1)}", run.Output);
        Assert.EndsWith(".\n", run.Output);
    }

    [Fact]
    public async Task A_fragment_needs_no_more_of_the_document_around_it_than_the_help_says()
    {
        var program = RequiredTool.Find("pdflatex");
        CopyExample("minimal.yaml");
        CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--fragment", "--output", "body.tex");
        File.WriteAllText(
            folder.PathOf("own.tex"),
            @"\documentclass{article}\usepackage{amsmath,tikz}\newcommand{\proved}{}\newcommand{\tested}{}\begin{document}\input{body}\end{document}");

        var run = await ToolRun.StartAsync(program, ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "own.tex"], folder.FullPath);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains(@"loads amsmath, and tikz for pictures, and defines the marks \proved and \tested", CommandRun.In(folder.FullPath, "sheet", "--help").Output);
    }

    [Fact]
    public void Files_have_no_byte_order_mark_and_line_feeds_only()
    {
        CopyExample("wide.yaml");

        CommandRun.In(folder.FullPath, "sheet", "wide.yaml");

        var bytes = File.ReadAllBytes(folder.PathOf("wide.tex"));
        Assert.Equal((byte)'\\', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal((byte)'\n', bytes[^1]);
    }

    [Fact]
    public void A_sheet_is_written_again_over_the_one_before()
    {
        CopyExample("minimal.yaml");
        File.WriteAllText(folder.PathOf("minimal.tex"), new string('x', 100_000));

        Assert.Equal(0, CommandRun.In(folder.FullPath, "sheet", "minimal.yaml").ExitCode);

        Assert.StartsWith(@"\documentclass", Read("minimal.tex"));
        Assert.DoesNotContain("xxx", Read("minimal.tex"));
    }

    [Fact]
    public void A_mistake_in_the_file_is_shown_and_nothing_is_written()
    {
        File.WriteAllText(folder.PathOf("net.yaml"), """
            network:
              inputs: 2
              layers:
                - { units: 0, activation: tahn }
            questions:
              - b_1^{(1)}
            """);
        File.WriteAllText(folder.PathOf("net.tex"), "before");

        var run = CommandRun.In(folder.FullPath, "sheet", "net.yaml");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(
            "net.yaml:4:16: error: 'units' must be a whole number from 1 to 1000, not '0'\n"
            + "  4 |     - { units: 0, activation: tahn }\n    |                ^\n",
            run.Error);
        Assert.Contains("net.yaml:4:31: error: unknown activation 'tahn'", run.Error);
        Assert.Equal("before", Read("net.tex"));
        Assert.Equal(["net.tex", "net.yaml"], Files());
    }

    [Theory]
    [InlineData("nothing.yaml", "error: cannot read 'nothing.yaml': there is no such file\n")]
    [InlineData("no/net.yaml", "error: cannot read 'no/net.yaml': there is no such folder\n")]
    [InlineData(".", "error: cannot read '.': it is a folder\n")]
    [InlineData("", "error: cannot read '': the name is empty\n")]
    public void A_file_that_cannot_be_read_is_one_message(string path, string message)
    {
        Assert.Equal(new CommandRun(2, "", message), CommandRun.In(folder.FullPath, "sheet", path));
        Assert.Empty(Files());
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        File.WriteAllBytes(folder.PathOf("net.yaml"), Encoding.Latin1.GetBytes("title: Réseau\n"));

        var run = CommandRun.In(folder.FullPath, "sheet", "net.yaml");

        Assert.Equal(
            new CommandRun(
                2,
                "",
                "net.yaml:1:9: error: the file is not UTF-8 text\n  1 | title: R\ufffdseau\n    |         ^\n  hint: save it with the encoding UTF-8\n"),
            run);
    }

    [Theory]
    [InlineData("out", "error: cannot write 'out': it is a folder\n")]
    [InlineData("new/", "error: cannot write 'new/': it is a folder\n")]
    [InlineData("no/net.tex", "error: cannot write 'no/net.tex': there is no such folder\n")]
    [InlineData("", "error: cannot write '': the name is empty\n")]
    [InlineData("./minimal.yaml", "error: './minimal.yaml' is the network file itself\n  hint: name another file with --output\n")]
    public void An_output_that_cannot_be_written_is_one_message(string output, string message)
    {
        CopyExample("minimal.yaml");
        Directory.CreateDirectory(folder.PathOf("out"));
        var before = Read("minimal.yaml");

        Assert.Equal(new CommandRun(2, "", message), CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--output", output));

        Assert.Equal(["minimal.yaml"], Files());
        Assert.Empty(Files("out"));
        Assert.Equal(before, Read("minimal.yaml"));
    }

    [Fact]
    public void A_network_file_called_tex_is_not_overwritten()
    {
        CopyExample("minimal.yaml", "net.tex");

        var run = CommandRun.In(folder.FullPath, "sheet", "net.tex");

        Assert.Equal(new CommandRun(2, "", "error: 'net.tex' is the network file itself\n  hint: name another file with --output\n"), run);
    }

    [Theory]
    [InlineData("net.yaml", "link.yaml")]
    [InlineData("link.yaml", "net.yaml")]
    [InlineData("folder/net.yaml", "net.yaml")]
    public void A_network_file_is_not_overwritten_through_a_link(string file, string output)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        CopyExample("minimal.yaml", "net.yaml");
        File.CreateSymbolicLink(folder.PathOf("link.yaml"), "net.yaml");
        File.CreateSymbolicLink(folder.PathOf("folder"), ".");
        var before = Read("net.yaml");

        var run = CommandRun.In(folder.FullPath, "sheet", file, "-o", output);

        Assert.Equal(new CommandRun(2, "", $"error: '{output}' is the network file itself\n  hint: name another file with --output\n"), run);
        Assert.Equal(before, Read("net.yaml"));
    }

    [Fact]
    public void What_the_fonts_of_a_document_lack_is_refused_for_a_document_and_not_for_a_fragment()
    {
        File.WriteAllText(folder.PathOf("net.yaml"), """
            title: "Nets \U0001F600"
            network:
              inputs: 1
              layers: [ { units: 1, activation: '\text{شیب} z' } ]
            notation: { loss: هزینه }
            questions: [ 'b_1^{(1)}' ]
            """);

        Assert.Equal(
            new CommandRun(2, "", """
                net.yaml:1:8: error: the fonts of a complete document have no '😀' (U+1F600)
                  1 | title: "Nets \U0001F600"
                    |        ^^^^^^^^^^^^^^^^^
                  hint: use Latin letters and the usual signs, or write a --fragment, for a document with other fonts
                net.yaml:4:44: error: the fonts of a complete document have no 'ش' (U+0634)
                  4 |   layers: [ { units: 1, activation: '\text{شیب} z' } ]
                    |                                            ^
                  hint: write 'language: fa', or a --fragment, for a document with other fonts
                net.yaml:5:19: error: the fonts of a complete document have no 'ه' (U+0647)
                  5 | notation: { loss: هزینه }
                    |                   ^
                  hint: write 'language: fa', or a --fragment, for a document with other fonts

                """),
            CommandRun.In(folder.FullPath, "sheet", "net.yaml"));
        Assert.Equal(0, CommandRun.In(folder.FullPath, "sheet", "net.yaml", "--fragment").ExitCode);
        Assert.Equal(0, CommandRun.In(folder.FullPath, "derive", "net.yaml", "b_1^{(1)}").ExitCode);
    }

    [Fact]
    public void What_the_fonts_of_a_language_have_is_set_in_its_documents()
    {
        File.WriteAllText(folder.PathOf("net.yaml"), """
            title: "شبکه عصبی 𝛼"
            language: fa
            network:
              inputs: 1
              layers: [ { units: 1, activation: '\text{شیب} z' } ]
            notation: { loss: هزینه }
            questions: [ 'b_1^{(1)}' ]
            """);

        Assert.Equal(
            new CommandRun(2, "", """
                net.yaml:1:19: error: the fonts of a complete document have no '𝛼' (U+1D6FC)
                  1 | title: "شبکه عصبی 𝛼"
                    |                   ^
                  hint: use Latin letters and the usual signs, or write a --fragment, for a document with other fonts

                """),
            CommandRun.In(folder.FullPath, "sheet", "net.yaml"));

        File.WriteAllText(folder.PathOf("net.yaml"), Read("net.yaml").Replace(" 𝛼", "", StringComparison.Ordinal));
        Assert.Equal(new CommandRun(0, "wrote net.txt\n", ""), CommandRun.In(folder.FullPath, "sheet", "net.yaml", "--to", "text"));
        Assert.Contains("∂هزینه/∂b₁⁽¹⁾", Read("net.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_a_persian_sheet_are_made_by_the_engine_that_can_set_them()
    {
        RequiredTool.Find("xelatex");
        CopyExample("handwritten-fa.yaml");

        Assert.Equal(new CommandRun(0, "wrote handwritten-fa.pdf\n", ""), CommandRun.In(folder.FullPath, "sheet", "handwritten-fa.yaml", "--to", "pdf"));
        Assert.StartsWith("%PDF", Read("handwritten-fa.pdf"));
    }

    [Theory]
    [InlineData("en", "error: neither pdflatex nor xelatex is installed, and pages are made by one of them\n  hint: on Debian and Ubuntu: apt-get install texlive-latex-recommended texlive-fonts-recommended lmodern; or write LaTeX with --to latex\n")]
    [InlineData("fa", "error: xelatex is not installed, and pages in this language are made by it\n  hint: on Debian and Ubuntu: apt-get install texlive-xetex texlive-lang-arabic texlive-fonts-recommended lmodern; or write LaTeX with --to latex\n")]
    public void A_missing_engine_is_named_with_its_packages(string code, string message) =>
        Assert.Equal(message, TexMessages.NotInstalled(Language.Named(code).LatexIn(DigitSet.Latin)).Render() + "\n");

    [Theory]
    [InlineData("LaTeX Error: File `xepersian.sty' not found.", "on Debian and Ubuntu: apt-get install texlive-xetex texlive-lang-arabic")]
    [InlineData("Package fontspec Error: The font \"Amiri\" cannot be found.", "on Debian and Ubuntu: apt-get install texlive-xetex texlive-lang-arabic")]
    [InlineData("Undefined control sequence.", "write LaTeX with --to latex to look into it")]
    public void A_missing_package_is_named_where_TeX_lacks_it(string reason, string hint) =>
        Assert.StartsWith(hint, TexMessages.Failed("xelatex", reason, Language.Named("fa").LatexIn(DigitSet.Latin)).Hint, StringComparison.Ordinal);

    [Fact]
    public void Links_in_a_circle_lead_to_one_message()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other words.");
        CopyExample("minimal.yaml");
        File.CreateSymbolicLink(folder.PathOf("a"), "b");
        File.CreateSymbolicLink(folder.PathOf("b"), "a");

        Assert.Equal(
            new CommandRun(2, "", "error: cannot write 'a': Too many levels of symbolic links\n"),
            CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "-o", "a"));
        Assert.Equal(
            new CommandRun(2, "", "error: cannot read 'a': Too many levels of symbolic links\n"),
            CommandRun.In(folder.FullPath, "sheet", "a"));
    }

    [Fact]
    public void A_file_that_may_only_be_read_is_not_replaced()
    {
        CopyExample("minimal.yaml");
        File.WriteAllText(folder.PathOf("minimal.tex"), "before");
        File.SetAttributes(folder.PathOf("minimal.tex"), FileAttributes.ReadOnly);

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml");
        File.SetAttributes(folder.PathOf("minimal.tex"), FileAttributes.Normal);

        Assert.Equal(new CommandRun(2, "", "error: cannot write 'minimal.tex': permission denied\n"), run);
        Assert.Equal("before", Read("minimal.tex"));
        Assert.Equal(["minimal.tex", "minimal.yaml"], Files());
    }

    [Fact]
    public void A_file_without_end_is_not_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such file.");

        Assert.Equal(
            new CommandRun(2, "", "error: cannot read '/dev/zero': it is larger than 10 MB\n"),
            CommandRun.In(folder.FullPath, "sheet", "/dev/zero"));
    }

    [Fact]
    public void Of_many_mistakes_the_first_are_shown()
    {
        File.WriteAllText(folder.PathOf("net.yaml"), string.Concat(Enumerable.Range(1, 30).Select(i => $"k{i}: x\n")));

        var error = CommandRun.In(folder.FullPath, "sheet", "net.yaml").Error;

        Assert.Equal(20, error.Split("net.yaml:").Length - 1);
        Assert.EndsWith("\nerror: not shown: 12 more mistakes\n  hint: mend the ones above first; others may go with them\n", error);
    }

    [Fact]
    public void The_name_of_a_file_does_nothing_to_a_screen()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names have no such characters there.");
        CopyExample("minimal.yaml");

        Assert.Equal(
            new CommandRun(0, "wrote \ufffd[2J.tex\n", ""),
            CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "-o", "\u001b[2J.tex"));
        Assert.Equal(
            new CommandRun(2, "", "error: cannot read '\ufffd[2J': there is no such file\n"),
            CommandRun.In(folder.FullPath, "sheet", "\u001b[2J"));
    }

    [Fact]
    public void A_folder_that_is_a_file_cannot_be_written_into()
    {
        CopyExample("minimal.yaml");

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--output", "minimal.yaml/net.tex");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: cannot write 'minimal.yaml/net.tex': ", run.Error);
        Assert.Equal(["minimal.yaml"], Files());
    }

    [Fact]
    public void What_the_system_refuses_is_one_message()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such place.");
        CopyExample("minimal.yaml");

        // Not even root may make a file there.
        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--output", "/sys/net.tex");

        Assert.Equal(new CommandRun(2, "", "error: cannot write '/sys/net.tex': permission denied\n"), run);
    }

    [Fact]
    public void A_file_that_cannot_be_put_in_place_leaves_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other limits.");
        CopyExample("minimal.yaml");
        var name = new string('a', 300) + ".tex"; // the file beside it has a short name and can be written

        var run = CommandRun.In(folder.FullPath, "sheet", "minimal.yaml", "--output", name);

        Assert.Equal(new CommandRun(2, "", $"error: cannot write '{name}': the name is too long\n"), run);
        Assert.Equal(["minimal.yaml"], Files());
    }

    [Fact]
    public void Who_reads_the_sheet_before_still_has_all_of_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file that is open cannot be replaced there.");
        CopyExample("minimal.yaml");
        File.WriteAllText(folder.PathOf("minimal.tex"), "before");
        using var reader = new StreamReader(new FileStream(folder.PathOf("minimal.tex"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        Assert.Equal(0, CommandRun.In(folder.FullPath, "sheet", "minimal.yaml").ExitCode);

        Assert.Equal("before", reader.ReadToEnd());
        Assert.StartsWith(@"\documentclass", Read("minimal.tex"));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        CopyExample("minimal.yaml");
        File.WriteAllText(folder.PathOf("real.tex"), "before");
        File.CreateSymbolicLink(folder.PathOf("minimal.tex"), folder.PathOf("real.tex"));

        Assert.Equal(0, CommandRun.In(folder.FullPath, "sheet", "minimal.yaml").ExitCode);

        Assert.NotNull(new FileInfo(folder.PathOf("minimal.tex")).LinkTarget);
        Assert.StartsWith(@"\documentclass", Read("real.tex"));
    }

    private void CopyExample(string name, string? target = null) =>
        File.Copy(Repository.PathOf($"examples/{name}"), folder.PathOf(target ?? name));

    private string Read(string name) => File.ReadAllText(folder.PathOf(name));

    private string[] Files(string inside = ".") =>
        [.. Directory.GetFiles(folder.PathOf(inside)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
