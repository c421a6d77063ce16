using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Help;

namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>Core's help with what Slack writes in another way.</summary>
internal static class SlackHelp
{
    /// <summary>How to use the bot.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="notUnderstood">What was not understood, in a line; null when help was asked for.</param>
    public static HelpResult Of(CommandCall call, string? notUnderstood = null)
    {
        var help = HelpCommand.Run(call);
        return help with
        {
            Introduction = notUnderstood is null ? help.Introduction : [notUnderstood],
            Entries =
            [
                .. help.Entries.Select(static entry =>
                    entry.Usage == "channel" ? entry with { Usage = $"channel {ChannelArguments.Usage}" } : entry
                ),
            ],
        };
    }
}
