namespace BriefingBot.Slack.Protocol.Assistants;

/// <summary>The arguments of agents.sessions.setStatus.</summary>
/// <param name="ChannelId">Direct messages with the bot.</param>
/// <param name="ThreadTs">The chat.</param>
/// <param name="Status"><see cref="Active"/> or <see cref="Processing"/>.</param>
internal sealed record SessionStatus(string ChannelId, string ThreadTs, string Status)
{
    /// <summary>The bot waits for the person.</summary>
    public const string Active = "active";

    /// <summary>The bot works; Slack shows a button that stops it.</summary>
    public const string Processing = "processing";
}
