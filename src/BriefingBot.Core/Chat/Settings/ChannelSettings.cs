namespace BriefingBot.Core.Chat.Settings;

/// <summary>How the bot behaves in a channel and its threads.</summary>
public sealed record ChannelSettings
{
    /// <summary>What holds where nothing was set.</summary>
    public static ChannelSettings Default { get; } = new();

    /// <summary>The bot answers here.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Where answers go.</summary>
    public ReplyStyle Style { get; init; }

    /// <summary>The one collection that may be seen here; null: all.</summary>
    public string? Collection { get; init; }

    /// <summary>In a thread that the bot takes part in, questions need no mention (where the platform lets the bot read them).</summary>
    public bool FollowUpsWithoutMention { get; init; } = true;
}
