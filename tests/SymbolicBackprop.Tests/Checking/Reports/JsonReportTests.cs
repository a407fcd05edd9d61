using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Tests.Checking.Reports;

public sealed class JsonReportTests
{
    [Theory]
    [MemberData(nameof(CheckedDocument.All), MemberType = typeof(CheckedDocument))]
    public async Task Reports_follow_the_schema(string document) => Assert.Empty(await Errors(Json(document)));

    [Theory]
    [InlineData("version")]
    [InlineData("summary/proved")]
    [InlineData("formulas/0/span/line")]
    [InlineData("formulas/0/relations/0/outcome/verdict")]
    [InlineData("formulas/0/relations/0/outcome/assurance")]
    [InlineData("formulas/10/relations/0/outcome/cause/correction")]
    [InlineData("formulas/21/relations/0/outcome/missing")]
    public async Task The_schema_asks_for_everything(string path)
    {
        var json = Json("handwritten.md");
        var (parent, name) = Find(json, path);
        Assert.True(parent.AsObject().Remove(name));

        Assert.NotEmpty(await Errors(json));
    }

    [Theory]
    [InlineData("version", "2")]
    [InlineData("formulas/0/relations/0/outcome/verdict", "\"maybe\"")]
    [InlineData("formulas/0/relations/0/kind", "\"equation\"")]
    [InlineData("formulas/0/span/line", "0")]
    [InlineData("formulas/21/relations/0/outcome/taken", "[]")]
    [InlineData("formulas/10/relations/0/outcome/cause/slip", "\"no slip\"")]
    [InlineData("formulas/0/relations/0/outcome/more", "1")]
    public async Task The_schema_takes_nothing_else(string path, string value)
    {
        var json = Json("handwritten.md");
        var (parent, name) = Find(json, path);
        parent[name] = JsonNode.Parse(value);

        Assert.NotEmpty(await Errors(json));
    }

    [Theory]
    [MemberData(nameof(CheckedDocument.All), MemberType = typeof(CheckedDocument))]
    public void Spans_are_stretches_of_the_document(string document)
    {
        var text = CheckedDocument.Named(document).Document.Text;
        foreach (var formula in Json(document)["formulas"]!.AsArray())
        {
            var span = formula!["span"]!;
            var (offset, line, column) = ((int)span["offset"]!, (int)span["line"]!, (int)span["column"]!);

            Assert.Equal((string?)formula["latex"], text.Substring(offset, (int)span["length"]!));
            Assert.Equal(line, text[..offset].Count(character => character == '\n') + 1);
            Assert.Equal(column, offset - text.LastIndexOf('\n', offset - 1));
        }
    }

    [Fact]
    public void What_is_not_finite_is_left_out()
    {
        var report = CheckedDocument.Of("$x_1 = x_2$");
        var formula = report.Formulas[0];
        var infinite = new Outcome.Refuted(new Witness([], 1.5, double.PositiveInfinity), null, null);
        report = report with { Formulas = [formula with { Relations = [formula.Relations[0] with { Outcome = infinite }] }] };

        var witness = JsonNode.Parse(ReportFormat.Json.Write(report))!["formulas"]![0]!["relations"]![0]!["outcome"]!["witness"]!;

        Assert.Equal("""{"point":[],"left":1.5}""", witness.ToJsonString());
        Assert.Contains("the left side is 1.5 and the right side undefined.", ReportFormat.Text.Write(report), StringComparison.Ordinal);
    }

    private static JsonNode Json(string document) => JsonNode.Parse(ReportFormat.Json.Write(CheckedDocument.Named(document)))!;

    private static (JsonNode Parent, string Name) Find(JsonNode json, string path)
    {
        var names = path.Split('/');
        return (names[..^1].Aggregate(json, (node, name) => (node is JsonArray array ? array[int.Parse(name)] : node[name])!), names[^1]);
    }

    private static async Task<ICollection<ValidationError>> Errors(JsonNode json)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("examples/check-report.schema.json"), TestContext.Current.CancellationToken);
        return schema.Validate(json.ToJsonString());
    }
}
