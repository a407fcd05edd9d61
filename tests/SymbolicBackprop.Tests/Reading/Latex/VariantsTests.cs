using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Reading.Latex;

public sealed class VariantsTests
{
    private const string Separator = " <=> ";

    public static TheoryData<string, string, string> Variants
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            var group = "";
            foreach (var line in File.ReadLines(Repository.PathOf("tests/SymbolicBackprop.Tests/Reading/Latex/Variants.txt")))
            {
                if (line.StartsWith('[') && line.EndsWith(']'))
                {
                    group = line[1..^1];
                }
                else if (line.Length > 0 && !line.StartsWith('#'))
                {
                    var columns = line.Split(Separator);
                    data.Add(group, columns[0], columns[1]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_variant_reads_as_its_canonical_form(string group, string variant, string canonical)
    {
        var context = ContextOf(group);
        var reader = new LatexReader(context);
        var read = reader.Read(variant);
        var expected = reader.Read(canonical);

        Assert.True(read.IsSuccess, read.Error?.ToString());
        Assert.True(expected.IsSuccess, expected.Error?.ToString());
        Assert.Equal(canonical, new LatexWriter(context.Notation).Write(read.Value));
        Assert.Equal(expected.Value, read.Value);
    }

    private static ReadingContext ContextOf(string group) => group switch
    {
        "default" => ReadingContext.Default,
        "unmarked inputs" => new ReadingContext { Notation = new Notation { Inputs = InputStyle.UnmarkedActivation } },
        "weights to-from" => new ReadingContext { Notation = new Notation { WeightOrder = WeightOrder.ToFrom } },
        "plain layers" => new ReadingContext { PlainSuperscript = PlainSuperscript.Layer },
        _ => throw new InvalidOperationException($"Unknown group {group}."),
    };
}
