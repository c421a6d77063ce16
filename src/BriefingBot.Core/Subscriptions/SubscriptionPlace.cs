using BriefingBot.Core.Chat;

namespace BriefingBot.Core.Subscriptions;

/// <summary>To whom briefings and alerts go: a channel, or a person's direct messages. One of the last two is set.</summary>
/// <param name="Platform">The name of the platform.</param>
/// <param name="Space">The guild or workspace; null where there is none.</param>
/// <param name="Channel">The channel, never a thread.</param>
/// <param name="Person">The platform's id of the person.</param>
public sealed record SubscriptionPlace(string Platform, string? Space, string? Channel, string? Person)
{
    /// <summary>Everybody's own, and nobody else's to set.</summary>
    public bool IsPerson => Person is not null;

    /// <summary>The address that settings and announcements know it by.</summary>
    public ChatAddress Address => new(Platform, Space, Channel ?? Person!, IsDirect: IsPerson);

    /// <summary>What is meant by somebody who says it there: the channel, and in direct messages oneself.</summary>
    public static SubscriptionPlace Of(ChatAddress address, ChatUser user) =>
        address.IsDirect
            ? new SubscriptionPlace(address.Platform, address.Space, null, user.Id)
            : new SubscriptionPlace(address.Platform, address.Space, address.Channel, null);
}
