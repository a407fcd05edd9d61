using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Docs;

/// <summary>The schema that editors read, held against the reader of network files.</summary>
public sealed class NetworkFileSchemaTests
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_schema_is_the_one_in_the_documentation() =>
        Snapshot.MatchGenerated("docs/reference/network-file.schema.json", NetworkFileSchema.Make().ToJsonString(Layout) + "\n");

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public async Task Examples_follow_it(string name) =>
        Assert.Empty((await SchemaAsync()).Validate(Json(File.ReadAllText(Repository.PathOf($"examples/{name}.yaml"))).ToJsonString()));

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public async Task What_it_refuses_the_reader_refuses_too(string name)
    {
        var schema = await SchemaAsync();
        var json = Json(File.ReadAllText(Repository.PathOf($"examples/{name}.yaml")));
        var refused = 0;
        foreach (var (what, changed) in Changes(json))
        {
            if (schema.Validate(changed).Count > 0)
            {
                refused++;
                Assert.False(SheetFileReader.ReadNetwork(new SourceText("changed.yaml", changed)).IsSuccess, what);
            }
        }

        Assert.True(refused > 3, $"{refused} changes were refused.");
    }

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public async Task It_refuses_what_has_the_wrong_kind_and_keys_that_nobody_knows(string name)
    {
        var schema = await SchemaAsync();
        var changes = Changes(Json(File.ReadAllText(Repository.PathOf($"examples/{name}.yaml"))));

        Assert.All(changes.Where(change => change.What.StartsWith("unknown key", StringComparison.Ordinal)), change => Assert.NotEmpty(schema.Validate(change.Changed)));
    }

    // One change at a time: a key taken away, a key too many, a value of another kind.
    private static IEnumerable<(string What, string Changed)> Changes(JsonNode json)
    {
        foreach (var path in Objects(json, []).ToList())
        {
            foreach (var key in At(json, path).Select(entry => entry.Key).ToList())
            {
                yield return Changed($"without {key}", path, node => node.Remove(key));
                yield return Changed($"{key} as an empty list", path, node => node[key] = new JsonArray());
                yield return Changed($"{key} with keys", path, node => node[key] = new JsonObject { ["a"] = 1 });
                yield return Changed($"{key} as no name", path, node => node[key] = "of no kind");
                yield return Changed($"{key} as a number", path, node => node[key] = -1);
            }

            // What is given a value there are quantities, under names of their own.
            if (path is not [.., "values"])
            {
                yield return Changed("unknown key", path, node => node["unknown"] = 1);
            }
        }

        (string What, string Changed) Changed(string what, string[] path, Action<JsonObject> change)
        {
            var copy = json.DeepClone();
            change(At(copy, path));
            return (what, copy.ToJsonString());
        }
    }

    private static IEnumerable<string[]> Objects(JsonNode? node, string[] path) => node switch
    {
        JsonObject keys => keys.SelectMany(entry => Objects(entry.Value, [.. path, entry.Key])).Prepend(path),
        JsonArray items => items.SelectMany((item, i) => Objects(item, [.. path, i.ToString(CultureInfo.InvariantCulture)])),
        _ => [],
    };

    private static JsonObject At(JsonNode json, string[] path) =>
        path.Aggregate(json, (node, name) => (node is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)] : node[name])!).AsObject();

    private static JsonNode Json(string yaml) => Json(YamlReader.Read(new SourceText("example.yaml", yaml), [], Limits.Default)!);

    // As editors take scalars of YAML: numbers and truth values are such where they stand without quotes.
    private static JsonNode Json(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, (JsonNode?)Json(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        YamlScalar { IsQuoted: false, Text: "true" or "false" } flag => flag.Text == "true",
        YamlScalar { IsQuoted: false } scalar when decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalar scalar => scalar.Text,
        _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}."),
    };

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromJsonAsync(NetworkFileSchema.Make().ToJsonString(), TestContext.Current.CancellationToken);
}
