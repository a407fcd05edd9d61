using Microsoft.CodeAnalysis.CSharp;
using SymbolicBackprop.Robustness.Mutants;

namespace SymbolicBackprop.Tests.Robustness;

/// <summary>The changes that mutation testing makes, and its report.</summary>
public sealed class MutantTests
{
    [Theory]
    [InlineData("x = a + b;", "x = a - b;", ";")]
    [InlineData("if (a < b) { }", "if (a <= b) { }", "if (a >= b) { }")]
    [InlineData("if (a == b && c) { }", "if (!(a == b && c)) { }", "if (a == b || c) { }", "if (a != b && c) { }")]
    [InlineData("return !found;", "return default!;", "return found;")]
    [InlineData("return true;", "return false;")]
    [InlineData("yield return 2;", ";", "yield return 3;")]
    [InlineData("var x = list.First();", "var x = list.Last();")]
    [InlineData("var x = list.Distinct();", "var x = list;")]
    [InlineData("var x = left ?? right;", "var x = left!;", "var x = (right);")]
    [InlineData("var x = y is 1 or > 2;", "var x = y is 1 and > 2;", "var x = y is 2 or > 2;", "var x = y is 1 or >= 2;", "var x = y is 1 or <= 2;", "var x = y is 1 or > 3;")]
    [InlineData("var x = y is not null;", "var x = y is null;")]
    [InlineData("""var x = "text";""", """var x = "";""")]
    [InlineData("var x = [a];", "var x = [];")]
    [InlineData("count++;", ";", "count--;")]
    [InlineData("var x = y ? a : b;", "var x = !(y) ? a : b;")]
    public void A_line_is_changed_in_each_of_its_parts(string line, params string[] mutants)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C {{ void M() {{\n{line}\n}} }}");

        Assert.Equal(mutants.Order(StringComparer.Ordinal), Mutators.Of("Folder/C.cs", tree).Select(mutant => mutant.After).Order(StringComparer.Ordinal));
        Assert.All(Mutators.Of("Folder/C.cs", tree), mutant => Assert.Equal((2, line, "Folder"), (mutant.Line, mutant.Before, mutant.Folder)));
    }

    [Fact]
    public void A_report_counts_and_keeps_the_reasons_of_the_one_before()
    {
        var mutants = Mutators.Of("Folder/C.cs", CSharpSyntaxTree.ParseText("class C { bool M(bool a, bool b)\n=> a || b & true;\n}")).ToList();
        Assert.Equal(["=> a && b & true;", "=> a || b | true;", "=> a || b & false;"], mutants.Select(mutant => mutant.After));
        (Mutant, Fate)[] tried = [(mutants[0], Fate.Survived), (mutants[1], Fate.Survived), (mutants[2], Fate.Killed)];

        var first = new MutantReport(null).Write([("Folder", 9, tried)], seed: 5);
        Assert.Contains("| Folder | 9 | 3 | 1 | 0 | 2 | 33.3 % |\n", first, StringComparison.Ordinal);
        const string row = @"| C.cs | 2 | `` => a \|\| b & true; `` | `` => a && b & true; `` | ";
        Assert.Contains(row + "not judged yet |\n", first, StringComparison.Ordinal);

        var judged = first.Replace(row + "not judged yet", row + "equivalent", StringComparison.Ordinal).Replace("| C.cs | 2 |", "| C.cs | 7 |", StringComparison.Ordinal);
        var second = new MutantReport(judged).Write([("Folder", 9, tried)], seed: 5);
        Assert.Equal(first.Replace(row + "not judged yet", row + "equivalent", StringComparison.Ordinal), second);
    }
}
