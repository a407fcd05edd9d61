using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Formulas;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.MathML;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Writing;

/// <summary>Everything that switches over the kinds of formula has an arm for each.</summary>
public sealed class EveryKindOfFormulaTests
{
    public static TheoryData<string> Kinds => [.. SampleFormulas.All.Keys];

    [Fact]
    public void There_is_a_sample_of_each_kind()
    {
        // What is not public never leaves the reader.
        var kinds = typeof(Formula).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Formula)) && !type.IsAbstract);

        Assert.Equal(kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), SampleFormulas.All.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_is_written(string kind)
    {
        var formula = SampleFormulas.All[kind];

        Assert.NotEmpty(new LatexWriter(Notation.Parentheses).Write(formula));
        Assert.NotEmpty(new LatexWriter(Notation.Brackets, inText: true).Write(formula));
        Assert.NotEmpty(new LatexLines(Notation.Parentheses, page: 1).Write(Statement.Equality(formula, formula), follows: true));
        Assert.NotEmpty(new StatementLines(new MathMLWriter(Notation.Parentheses), Notation.Parentheses, page: 1).Write(Statement.Equality(formula, formula), follows: true));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_has_a_width_and_brackets(string kind)
    {
        var formula = SampleFormulas.All[kind];
        var brackets = new BracketRules(Notation.Parentheses);

        Assert.True(new FormulaWidth(Notation.Parentheses, brackets).Of(formula) > 0);
        Assert.All(formula.Parts(), Assert.NotNull);
        Assert.Contains(brackets.ShapeAround(formula), Enum.GetValues<BracketShape>());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_is_rewritten_down_to_its_symbols(string kind)
    {
        // All but numbers, shapes, comparisons of indices and question marks are made of symbols; each kind's parts are rewritten, and looked at in brackets.
        var rewritten = SampleFormulas.All[kind].Rewrite(part => part is Symbol ? new Unknown() : null);

        Assert.Empty(SymbolsIn(rewritten));
        Assert.Equal(kind is nameof(Literal) or nameof(KroneckerDelta) or nameof(Dimensions) or nameof(Unknown), rewritten == SampleFormulas.All[kind]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_means_something_or_says_why_not(string kind)
    {
        var model = RandomNetwork.Tanh(1, 1, 1).Model;
        var meaning = new MatrixMeaning(new Meaning(model, DeltaConvention.ByActivation, new Dependencies(model).PathsBetween(model[L], model[W(1, 1, 1)])));
        if (kind is nameof(Unknown) or nameof(Dimensions))
        {
            Assert.Throws<MeaninglessException>(() => meaning.Of(SampleFormulas.All[kind]));
        }
        else
        {
            Assert.Same(model.Graph, Assert.Single(meaning.Of(SampleFormulas.All[kind]).Entries).Graph);
        }
    }

    private static IEnumerable<Formula> SymbolsIn(Formula formula) =>
        formula is Symbol ? [formula] : formula.Parts().SelectMany(SymbolsIn);
}
