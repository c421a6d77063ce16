using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Channel;

namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>Reads what stands behind <c>/briefing channel</c>: settings in any order, the collection last.</summary>
internal static class ChannelArguments
{
    /// <summary>How they are written.</summary>
    public const string Usage = "[on|off] [followups on|off] [style reply|thread] [collection NAME|all]";

    /// <summary>Understands them; none at all shows the settings.</summary>
    public static SlashCommand Read(string[] words)
    {
        ChannelSettingsChange change = new();
        for (int i = 0; i < words.Length; i++)
        {
            string name = words[i].ToLowerInvariant();
            if (Switch(name) is { } enabled)
            {
                change = change with { Enabled = enabled };
                continue;
            }

            string? value = words.ElementAtOrDefault(++i);
            if (name == "collection" && value is not null)
            {
                string collection = string.Join(' ', words[i..]);
                return Of(change with { Collection = collection.Equals("all", StringComparison.OrdinalIgnoreCase) ? "" : collection });
            }

            if (Setting(change, name, value?.ToLowerInvariant()) is not { } changed)
            {
                return SlashCommand.Unknown(
                    $"'channel' does not know '{(value is null ? words[i - 1] : $"{words[i - 1]} {value}")}'. It takes: {Usage}"
                );
            }

            change = changed;
        }

        return Of(change);
    }

    private static ChannelSettingsChange? Setting(ChannelSettingsChange change, string name, string? value) =>
        (name, value) switch
        {
            ("followups" or "follow-ups", "on" or "off") => change with { FollowUpsWithoutMention = Switch(value) },
            ("style", "reply") => change with { Style = ReplyStyle.Reply },
            ("style", "thread") => change with { Style = ReplyStyle.Thread },
            _ => null,
        };

    private static bool? Switch(string word) =>
        word switch
        {
            "on" => true,
            "off" => false,
            _ => null,
        };

    private static SlashCommand Of(ChannelSettingsChange change) => new(SlashVerb.Channel) { Change = change };
}
