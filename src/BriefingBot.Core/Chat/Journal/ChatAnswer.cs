using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Claims;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Journal;

/// <summary>
/// An answer as it is kept, so that its passages can be shown and it can be shared after a restart. Made of an
/// <see cref="OutgoingMessage"/> only; a store gives back what it was given.
/// </summary>
public sealed record ChatAnswer
{
    /// <summary>The name.</summary>
    public required AnswerId Id { get; init; }

    /// <summary>What it answers.</summary>
    public required ChatQuestionId Question { get; init; }

    /// <summary>The conversation that it belongs to.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>Where it was asked.</summary>
    public required ChatAddress Address { get; init; }

    /// <summary>The id of the person who asked.</summary>
    public required string UserId { get; init; }

    /// <summary>Given to the asker alone.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>The asker has shown it to all since; see <see cref="IConversationLog.TrySetSharedAsync"/>.</summary>
    public bool IsShared { get; init; }

    /// <summary>The question as asked.</summary>
    public required string QuestionText { get; init; }

    /// <summary>What is said before the sentences in the bot's own words; see <see cref="OutgoingMessage.Statement"/>.</summary>
    public string? Statement { get; init; }

    /// <summary>The sentences in reading order; empty when abstained.</summary>
    public required IReadOnlyList<VerifiedSentence> Sentences { get; init; }

    /// <summary>The citations in the order of their numbers.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>The articles nearest to the question; offered when abstained.</summary>
    public required IReadOnlyList<ArticleHeader> Nearest { get; init; }

    /// <summary>The day the answer speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Who wrote the draft.</summary>
    public ComposerKind Composer { get; init; }

    /// <summary>Why a configured model did not write it, or not all of it.</summary>
    public ModelFallback Fallback { get; init; }

    /// <summary>What the model took; null when none was asked.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>The sentences of the draft that did not stand the check.</summary>
    public IReadOnlyList<DroppedSentence> Dropped { get; init; } = [];

    /// <summary>How the question was read, where the reader should know: whole sentences in the bot's own words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The claims of a message that was checked, in their order; empty for an answer to a question.</summary>
    public IReadOnlyList<CheckedClaim> Claims { get; init; } = [];

    /// <summary>When it was made (UTC), to the millisecond.</summary>
    public required DateTimeOffset Answered { get; init; }

    /// <summary>True when the coverage does not say.</summary>
    public bool Abstained => Sentences.Count == 0 && Statement is null && Claims.Count == 0;

    /// <summary>Keeps the answer to a question.</summary>
    public static ChatAnswer From(ChatQuestion question, ConversationId conversation, OutgoingMessage message, DateTimeOffset answered) =>
        new()
        {
            Id = AnswerId.Of(question.Id),
            Question = question.Id,
            Conversation = conversation,
            Address = question.Address,
            UserId = question.User.Id,
            IsPrivate = question.IsPrivate,
            QuestionText = question.Text,
            Statement = message.Statement,
            Sentences = message.Answer.Sentences,
            Citations = message.Answer.Citations,
            Nearest = message.Answer.Nearest,
            AsOf = message.Answer.AsOf,
            Composer = message.Answer.Composer,
            Fallback = message.Fallback,
            Model = message.Model,
            Dropped = message.Answer.DroppedSentences,
            Notes = message.Notes,
            Answered = ToMilliseconds(answered),
        };

    /// <summary>Keeps what the coverage has of a message's claims.</summary>
    /// <param name="question">Who asked for it, and where.</param>
    /// <param name="conversation">The conversation that it belongs to.</param>
    /// <param name="message">The words that were checked.</param>
    /// <param name="check">What came of it.</param>
    /// <param name="answered">When.</param>
    public static ChatAnswer From(
        ChatQuestion question,
        ConversationId conversation,
        string message,
        ClaimCheck check,
        DateTimeOffset answered
    ) =>
        new()
        {
            Id = AnswerId.Of(question.Id),
            Question = question.Id,
            Conversation = conversation,
            Address = question.Address,
            UserId = question.User.Id,
            IsPrivate = question.IsPrivate,
            QuestionText = message,
            Sentences = check.Answer.Sentences,
            Citations = check.Answer.Citations,
            Nearest = [],
            AsOf = check.Answer.AsOf,
            Notes = check.Notes,
            Claims = check.Claims,
            Answered = ToMilliseconds(answered),
        };

    private static DateTimeOffset ToMilliseconds(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}
