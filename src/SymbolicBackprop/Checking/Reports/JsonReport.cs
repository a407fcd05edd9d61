using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>JSON for programs. Its schema is examples/check-report.schema.json; its version changes where a program would have to.</summary>
internal sealed partial class JsonReport : ReportFormat
{
    private static readonly JsonValues Values = new(new JsonSerializerOptions(JsonValues.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public override string Name => "json";

    public override string Summary => "for programs";

    public override IEnumerable<StyledText> WriteStyled(CheckReport report, ReportOptions? options = null) =>
        [new StyledText(JsonSerializer.Serialize(new JsonValueMaker(report).Make(), Values.JsonReportValue) + "\n")];

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n")]
    [JsonSerializable(typeof(JsonReportValue))]
    private sealed partial class JsonValues : JsonSerializerContext;
}
