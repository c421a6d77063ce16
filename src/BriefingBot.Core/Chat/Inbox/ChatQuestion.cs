namespace BriefingBot.Core.Chat.Inbox;

/// <summary>
/// A question as a platform's adapter hands it over. All of it is journaled before any work, so that it can be answered after a restart.
/// </summary>
public sealed record ChatQuestion
{
    /// <summary>The same at every delivery of the same question.</summary>
    public required ChatQuestionId Id { get; init; }

    /// <summary>Where it was asked.</summary>
    public required ChatAddress Address { get; init; }

    /// <summary>Who asked.</summary>
    public required ChatUser User { get; init; }

    /// <summary>
    /// The words, mentions of the bot and the platform's markup already taken out. Empty is allowed: the reply is a line of help.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>
    /// The words of the post that it points at ("is this true?"), where the platform told them with the question; null when it points at
    /// none, or they are read later.
    /// </summary>
    public string? About { get; init; }

    /// <summary>How it came.</summary>
    public required ChatQuestionKind Kind { get; init; }

    /// <summary>Only the asker sees the answer (ephemeral); it can be shared later.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The message that asks; null when there is none (slash commands).</summary>
    public string? MessageId { get; init; }

    /// <summary>The message that it replies to; when the bot posted that one, the question continues its conversation.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>When it was asked; the age after a restart counts from here.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>
    /// What the adapter needs to answer it, also after a restart: an interaction token, a response URL. Opaque to everyone else; a secret,
    /// never logged, forgotten when the question is done.
    /// </summary>
    public string? ReplyToken { get; init; }
}
