using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Rendering;

namespace BriefingBot.Core.Chat.Delivery;

/// <summary>
/// What the bot says by itself: a briefing that is due, an alert, a correction. Kept as it is laid out, so that every attempt at posting it
/// says the same.
/// </summary>
public sealed record Announcement
{
    /// <summary>The same whoever finds out that it is to be said: of several processes one posts it. See <see cref="IdOf"/>.</summary>
    public required ChatQuestionId Id { get; init; }

    /// <summary>Where; for direct messages, the place that it is about.</summary>
    public required ChatAddress Address { get; init; }

    /// <summary>
    /// For whom: who asked for it, or once asked what it corrects. A person's announcements go when the person is forgotten.
    /// </summary>
    public required string UserId { get; init; }

    /// <summary>To that person's direct messages, not into the channel.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The message that it is posted in reply to, on Slack in whose thread; null: a message of its own.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>What it says; at least one block. Links lead to the store's articles or to the web console.</summary>
    public required IReadOnlyList<AnswerBlock> Blocks { get; init; }

    /// <summary>What the button "More" below it carries; null: there is no more.</summary>
    public string? More { get; init; }

    /// <summary>When it was made (UTC); a day later it is news no more and is given up.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The id of an announcement.</summary>
    /// <param name="platform">Where it goes.</param>
    /// <param name="kind">What it is, in one lower-case word: <c>briefing</c>, <c>alert</c>, <c>correction</c>.</param>
    /// <param name="key">Tells it from all others of its kind.</param>
    /// <exception cref="FormatException">The key is too long or holds control characters.</exception>
    public static ChatQuestionId IdOf(string platform, string kind, string key) => new(platform, $"{kind}/{key}");

    /// <summary>The turn that posts it, as the journal keeps it.</summary>
    public ChatQuestion ToTurn() =>
        new()
        {
            Id = Id,
            Address = Address,
            User = new ChatUser(UserId),
            Text = "",
            Kind = ChatQuestionKind.Announcement,
            IsPrivate = IsPrivate,
            MessageId = InReplyTo,
            Asked = Made,
        };
}
