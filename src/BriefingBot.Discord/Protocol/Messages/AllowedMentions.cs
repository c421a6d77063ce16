namespace BriefingBot.Discord.Protocol.Messages;

/// <summary>Whom a message may ping.</summary>
internal sealed record AllowedMentions
{
    /// <summary>Nobody: the only value that is ever sent.</summary>
    public static AllowedMentions None { get; } = new();

    public IReadOnlyList<string> Parse { get; init; } = [];

    public bool RepliedUser { get; init; }
}
