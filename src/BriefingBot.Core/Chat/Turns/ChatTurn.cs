using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Questions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>Makes the reply to one question: by the channel's settings, with the conversation so far, inside the deadline. What breaks becomes a notice. Thread-safe.</summary>
public sealed class ChatTurn(
    ConversationTurnHandler handler,
    SmallTalkReplies talks,
    IConversationLog conversations,
    ChatFailures failures,
    IOptions<ChatOptions> options,
    TimeProvider clock,
    ILogger<ChatTurn> logger)
{
    /// <summary>What is said where the bot was switched off.</summary>
    internal const string SwitchedOff = "I am switched off in this channel. An administrator can switch me on again with the channel command.";

    private const string NothingAsked = "Ask me about the coverage in a sentence, for example: What did the ministers agree on?";
    private const string HiddenReply = "I cannot see the text of replies without a ping: mention me, or leave the ping on. Ask me about the coverage in a sentence.";

    /// <summary>Shows on the platform how far the question is, beside the work; ended by whoever posts the reply.</summary>
    internal ProgressPump<TurnProgress?> ShowProgress(ChatQuestion question, IChatPlatform platform, CancellationToken cancellationToken) =>
        new((value, token) => platform.ShowProgressAsync(question, Describe(value), token), TimeSpan.Zero, clock, logger, cancellationToken);

    /// <summary>The reply; null when silence is the right one (talk in a thread that turns out to be no question).</summary>
    /// <exception cref="OperationCanceledException">The bot stops; the question stays unfinished.</exception>
    internal async Task<ChatReply?> ReplyAsync(ChatQuestion question, ChannelSettings settings, IProgress<TurnProgress?> progress, CancellationToken cancellationToken)
    {
        if (!settings.Enabled)
        {
            return new NoticeReply(NoticeKind.Refused, SwitchedOff);
        }

        if (string.IsNullOrWhiteSpace(question.Text))
        {
            return Spoken(question, NoticeKind.Help, question.Kind == ChatQuestionKind.Reply ? HiddenReply : NothingAsked);
        }

        if (question.Kind != ChatQuestionKind.Shortcut && SmallTalk.Of(question.Text) is { } talk)
        {
            return question.Kind == ChatQuestionKind.FollowUp ? null : new NoticeReply(NoticeKind.Help, await talks.OfAsync(talk, settings.Collection, cancellationToken));
        }

        progress.Report(null);
        var limit = TimeSpan.FromSeconds(options.Value.DeadlineSeconds);
        using var overdue = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        try
        {
            return await AnswerAsync(question, settings, progress, either.Token) is { } answer ? new AnswerReply(answer) : null;
        }
        catch (InvalidQuestionException error)
        {
            return Spoken(question, NoticeKind.Invalid, error.Message);
        }
        catch (OperationCanceledException) when (overdue.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new NoticeReply(NoticeKind.Failed, failures.ReportOverdue(limit, question.Id.ToString()));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new NoticeReply(NoticeKind.Failed, failures.Report(error, question.Id.ToString()));
        }
    }

    /// <summary>The answer; null where nobody addressed the bot and the coverage does not say: that is never volunteered.</summary>
    private async Task<ChatAnswer?> AnswerAsync(ChatQuestion question, ChannelSettings settings, IProgress<TurnProgress> progress, CancellationToken cancellationToken)
    {
        // An attempt before a crash may have made the answer already; what was half posted is finished with the same words.
        if (await conversations.FindAnswerAsync(AnswerId.Of(question.Id), cancellationToken) is { } before)
        {
            return before;
        }

        var conversation = await FindConversationAsync(question, cancellationToken);
        var turns = await conversations.ReadTurnsAsync(conversation, options.Value.HistoryTurns, cancellationToken);
        IncomingMessage message = new(question.Text)
        {
            History = [.. turns.Select(turn => turn.Question)],
            Asker = $"{question.Address.Platform}:{question.Address.Space}:{question.User.Id}",
            Collections = settings.Collection is { } collection ? [collection] : null,
            IsPrivate = question.IsPrivate || question.Address.IsDirect,
            KeepsGaps = question.Kind != ChatQuestionKind.FollowUp,
        };
        var outgoing = await handler.HandleAsync(message, progress, cancellationToken);
        if (outgoing.Answer.Abstained && question.Kind == ChatQuestionKind.FollowUp)
        {
            return null;
        }

        var answer = ChatAnswer.From(question, conversation, outgoing, clock.GetUtcNow());
        await conversations.SaveAnswerAsync(answer, cancellationToken);
        return answer;
    }

    private async Task<ConversationId> FindConversationAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        question.InReplyTo is { } message && await conversations.FindConversationAsync(question.Address, message, cancellationToken) is { } conversation
            ? conversation
            : ConversationId.Of(question);

    private static ChatProgress Describe(TurnProgress? progress) => new(
        progress switch
        {
            null => "Searching the coverage",
            { Passages: 1 } => "Reading 1 passage",
            _ => $"Reading {progress.Passages} passages",
        },
        progress?.Answer,
        progress is not null);

    private static NoticeReply? Spoken(ChatQuestion question, NoticeKind kind, string text) =>
        question.Kind == ChatQuestionKind.FollowUp ? null : new NoticeReply(kind, text);
}
