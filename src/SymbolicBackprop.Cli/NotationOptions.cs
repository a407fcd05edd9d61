using System.CommandLine;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Cli;

/// <summary>The settings of a notation as options of a command, one each.</summary>
internal sealed class NotationOptions
{
    private readonly List<(NotationSetting Setting, Option<string> Option)> options = [];

    public NotationOptions(Command command)
    {
        foreach (var setting in NotationSetting.All)
        {
            var option = new Option<string>(setting.Option) { Description = Describe(setting) };
            if (setting.Choices.Length > 0)
            {
                option.HelpName = string.Join('|', setting.Choices.Select(choice => choice.Name));
            }
            else
            {
                option.HelpName = "name";
            }

            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && setting.Apply(new Notation(), token.Value) is null)
                {
                    result.AddError(UsageMessages.WrongValue(setting, token.Value));
                }
            });
            options.Add((setting, option));
            command.Options.Add(option);
        }
    }

    /// <summary>A notation with what the options say.</summary>
    public Notation Apply(ParseResult arguments, Notation notation)
    {
        foreach (var (setting, option) in options)
        {
            if (arguments.GetValue(option) is { } value)
            {
                notation = setting.Apply(notation, value)!;
            }
        }

        return notation;
    }

    private static string Describe(NotationSetting setting) => setting.Choices.Length == 0
        ? Sentence(setting.Summary)
        : Sentence(setting.Summary) + ": " + string.Join(", ", setting.Choices.Select(choice => $"{choice.Name} ({choice.Summary})"));

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
