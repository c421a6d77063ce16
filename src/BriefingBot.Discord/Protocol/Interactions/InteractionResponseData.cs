using BriefingBot.Discord.Protocol.Messages;

namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>The message of a first answer; a deferred one takes only <see cref="Flags"/>.</summary>
internal sealed record InteractionResponseData
{
    public string? Content { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public int? Flags { get; init; }
}
