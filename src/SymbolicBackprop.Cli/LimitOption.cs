using System.CommandLine;
using System.Globalization;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>The limits as an option of a command. No input can raise them.</summary>
internal sealed class LimitOption
{
    private readonly Option<string[]> option = new("--limit")
    {
        Description = "Raise or lower a limit: " + string.Join(", ", Limit.All.Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Name} ({limit.Summary}; {limit.Of(Limits.Default)})"))),
        HelpName = "name=number",
        AllowMultipleArgumentsPerToken = false,
    };

    public LimitOption(Command command)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Select(token => token.Value).FirstOrDefault(value => Parse(value) is null) is { } wrong)
            {
                result.AddError(UsageMessages.WrongLimit(wrong, Limit.All.FirstOrDefault(limit => wrong.StartsWith(limit.Name + "=", StringComparison.Ordinal))));
            }
        });
        command.Options.Add(option);
    }

    /// <summary>The limits that a command line sets.</summary>
    public Limits Of(ParseResult arguments) => (arguments.GetValue(option) ?? []).Aggregate(Limits.Default, (limits, text) => Parse(text)!(limits));

    private static Func<Limits, Limits>? Parse(string text) => text.Split('=') is [var name, var number]
        && Limit.Named(name) is { } limit
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= limit.Highest
            ? limits => limit.In(limits, value)
            : null;
}
