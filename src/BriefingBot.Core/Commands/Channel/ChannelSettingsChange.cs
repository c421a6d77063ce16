using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Core.Commands.Channel;

/// <summary>What to change; null leaves a setting as it is.</summary>
public sealed record ChannelSettingsChange
{
    /// <summary>Answer in the channel.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Where answers go.</summary>
    public ReplyStyle? Style { get; init; }

    /// <summary>The collection that may be seen; empty lets all be seen.</summary>
    public string? Collection { get; init; }

    /// <summary>Questions in the bot's threads need no mention.</summary>
    public bool? FollowUpsWithoutMention { get; init; }

    /// <summary>Nothing is to be changed.</summary>
    public bool IsEmpty => this == new ChannelSettingsChange();
}
