using System.CommandLine;

namespace SymbolicBackprop.Cli;

/// <summary>An option whose value is one of a few words.</summary>
internal static class ChoiceOption
{
    public static Option<string> Of(string name, string description, IEnumerable<string> choices, string? byDefault = null)
    {
        var known = choices.ToArray();
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', known) };
        if (byDefault is not null)
        {
            option.DefaultValueFactory = _ => byDefault;
        }

        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !known.Contains(token.Value))
            {
                result.AddError(UsageMessages.WrongValue(name, token.Value, known));
            }
        });
        return option;
    }
}
