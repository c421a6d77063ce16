namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>A slash command as it is delivered, as far as it is read.</summary>
internal sealed record SlashPayload
{
    public string? ChannelId { get; init; }

    /// <summary><c>directmessage</c> in direct messages.</summary>
    public string? ChannelName { get; init; }

    public string? UserId { get; init; }

    public string? Text { get; init; }

    public string? ResponseUrl { get; init; }

    public string? TriggerId { get; init; }
}
