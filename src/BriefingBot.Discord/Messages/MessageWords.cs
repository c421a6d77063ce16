using System.Text.RegularExpressions;
using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Messages;

/// <summary>The words of a message without Discord's own marks.</summary>
internal static partial class MessageWords
{
    private const int MatchTimeout = 1000;

    /// <summary>Takes mentions of the bot out, writes those of others as names, and drops emoji, channel and time marks.</summary>
    public static string Read(Message message, Snowflake self, Snowflake? ownRole)
    {
        var names = message.Mentions.Where(user => user.Id != self).ToDictionary(user => user.Id.ToString(), user => user.GlobalName ?? user.Username, StringComparer.Ordinal);
        string text = UserMention().Replace(message.Content, match => names.GetValueOrDefault(match.Groups[1].Value, " "));
        text = RoleMention().Replace(text, match => match.Groups[1].Value == ownRole?.ToString() ? " " : match.Value);
        text = OtherMark().Replace(text, " ");
        return Blanks().Replace(text, " ").Trim();
    }

    [GeneratedRegex("<@!?([0-9]{1,20})>", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex UserMention();

    [GeneratedRegex("<@&([0-9]{1,20})>", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex RoleMention();

    [GeneratedRegex("<(?:@&|#|a?:\\w{1,40}:|t:|/[^:>]{1,100}:|id:)[^>]{0,40}>", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex OtherMark();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Blanks();
}
