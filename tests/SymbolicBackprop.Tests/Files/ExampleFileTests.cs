using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Tests.Files;

public sealed class ExampleFileTests
{
    public static IEnumerable<TheoryDataRow<string>> Examples =>
        Directory.GetFiles(Repository.PathOf("examples"), "*.yaml")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)
            .Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_reads_and_its_questions_exist(string name)
    {
        var file = SheetFile.Parse(File.ReadAllText(Repository.PathOf($"examples/{name}")), name);

        Assert.NotEmpty(file.Questions);
        Assert.All(file.Questions, question => Assert.True(question.Target.IsWhole
            ? new Meaning(file.Model, question.Notation.Delta).ExtentOf(question.Target) is not null
            : file.Model.TryFind(question.Target, out _)));
    }

    [Fact]
    public void Between_them_the_examples_ask_for_first_layer_weights_and_biases_in_many_notations()
    {
        var questions = Examples
            .SelectMany(row => SheetFile.Parse(File.ReadAllText(Repository.PathOf($"examples/{row.Data}"))).Questions)
            .ToArray();

        Assert.Contains(questions, question => question.Target is { Role: Role.Weight, Layer.Number: 1 });
        Assert.Contains(questions, question => question.Target is { Role: Role.Bias });
        Assert.True(questions.Select(question => question.Notation).Distinct().Count() >= 5);
    }
}
