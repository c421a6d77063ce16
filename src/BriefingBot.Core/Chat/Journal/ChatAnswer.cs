using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Claims;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Journal;

/// <summary>
/// An answer as it is kept, so that its passages can be shown and it can be shared after a restart. Made of an
/// <see cref="OutgoingMessage"/> only; a store gives back what it was given. Nothing outside Core makes or changes one.
/// </summary>
public sealed record ChatAnswer
{
    internal ChatAnswer() { }

    /// <summary>The name.</summary>
    public AnswerId Id { get; internal init; }

    /// <summary>What it answers.</summary>
    public ChatQuestionId Question { get; internal init; }

    /// <summary>The conversation that it belongs to.</summary>
    public ConversationId Conversation { get; internal init; }

    /// <summary>Where it was asked.</summary>
    public ChatAddress Address { get; internal init; } = new("", null, "");

    /// <summary>The id of the person who asked.</summary>
    public string UserId { get; internal init; } = "";

    /// <summary>Given to the asker alone.</summary>
    public bool IsPrivate { get; internal init; }

    /// <summary>The asker has shown it to all since; see <see cref="IConversationLog.TrySetSharedAsync"/>.</summary>
    public bool IsShared { get; internal init; }

    /// <summary>The question as asked.</summary>
    public string QuestionText { get; internal init; } = "";

    /// <summary>What is said before the sentences in the bot's own words; see <see cref="OutgoingMessage.Statement"/>.</summary>
    public string? Statement { get; internal init; }

    /// <summary>The sentences in reading order; empty when abstained.</summary>
    public IReadOnlyList<VerifiedSentence> Sentences { get; internal init; } = [];

    /// <summary>The citations in the order of their numbers.</summary>
    public IReadOnlyList<Citation> Citations { get; internal init; } = [];

    /// <summary>The articles nearest to the question; offered when abstained.</summary>
    public IReadOnlyList<ArticleHeader> Nearest { get; internal init; } = [];

    /// <summary>The day the answer speaks for.</summary>
    public DateOnly AsOf { get; internal init; }

    /// <summary>Who wrote the draft.</summary>
    public ComposerKind Composer { get; internal init; }

    /// <summary>Why a configured model did not write it, or not all of it.</summary>
    public ModelFallback Fallback { get; internal init; }

    /// <summary>What the model took; null when none was asked.</summary>
    public ModelUse? Model { get; internal init; }

    /// <summary>The sentences of the draft that did not pass the check.</summary>
    public IReadOnlyList<DroppedSentence> Dropped { get; internal init; } = [];

    /// <summary>How the question was read, where the reader should know: whole sentences in the bot's own words.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>The claims of a message that was checked, in their order; empty for an answer to a question.</summary>
    public IReadOnlyList<CheckedClaim> Claims { get; internal init; } = [];

    /// <summary>When it was made (UTC), to the millisecond.</summary>
    public DateTimeOffset Answered { get; internal init; }

    /// <summary>True when the coverage does not say.</summary>
    public bool Abstained => Sentences.Count == 0 && Statement is null && Claims.Count == 0;

    /// <summary>The same for all to see.</summary>
    public ChatAnswer ForAll() => this with { IsPrivate = false };

    /// <summary>The same with one more note.</summary>
    internal ChatAnswer WithNote(string note) => this with { Notes = [.. Notes, note] };

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
