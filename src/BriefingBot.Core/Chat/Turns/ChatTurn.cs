using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Claims;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>
/// Makes the reply to one question: by the channel's settings, with the conversation so far, inside the deadline. What breaks becomes a
/// notice. Thread-safe.
/// </summary>
public sealed class ChatTurn(
    ConversationTurnHandler handler,
    ClaimChecker claims,
    SmallTalkReplies talks,
    AskerRules rules,
    IConversationLog conversations,
    IAnnouncementStore announcements,
    SupersededFigures superseded,
    ChatFailures failures,
    IOptions<ChatOptions> options,
    TimeProvider clock,
    ILogger<ChatTurn> logger
)
{
    /// <summary>What is said where the bot was switched off.</summary>
    internal const string SwitchedOff =
        "I am switched off in this channel. An administrator can switch me on again with the channel command.";

    private const string NothingAsked = "Ask me about the coverage in a sentence, for example: What did the ministers agree on?";
    private const string HiddenReply =
        "I cannot see the text of replies without a ping: mention me, or leave the ping on. Ask me about the coverage in a sentence.";

    /// <summary>Shows on the platform how far the question is, beside the work; ended by whoever posts the reply.</summary>
    internal ProgressPump<TurnProgress?> ShowProgress(ChatQuestion question, IChatPlatform platform, CancellationToken cancellationToken) =>
        new(
            (value, token) => platform.ShowProgressAsync(question, Describe(value), token),
            TimeSpan.Zero,
            clock,
            logger,
            cancellationToken
        );

    /// <summary>The reply; null when silence is the right one (talk in a thread that turns out to be no question).</summary>
    /// <exception cref="OperationCanceledException">The bot stops; the question stays unfinished.</exception>
    /// <exception cref="StoreException">The store is away or full: the question can be answered later.</exception>
    internal async Task<ChatReply?> ReplyAsync(
        ChatQuestion question,
        IChatPlatform platform,
        ChannelSettings settings,
        IProgress<TurnProgress?> progress,
        CancellationToken cancellationToken
    )
    {
        if (question.Kind == ChatQuestionKind.Announcement)
        {
            // Where the bot was switched off since, silence is the right one.
            return (settings.Enabled || question.IsPrivate) && await announcements.FindAsync(question.Id, cancellationToken) is { } said
                ? new AnnouncementReply(said.Blocks, said.More)
                : null;
        }

        if (!settings.Enabled)
        {
            return new NoticeReply(NoticeKind.Refused, SwitchedOff);
        }

        var limit = TimeSpan.FromSeconds(options.Value.DeadlineSeconds);
        using var overdue = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        try
        {
            if (await rules.FindRefusalAsync(question.Address.Platform, question.User, either.Token) is { } refusal)
            {
                return Spoken(question, NoticeKind.Refused, refusal);
            }

            if (!Points(question) && await TalkAsync(question, settings, either.Token) is { IsTalk: true, Reply: var talk })
            {
                return talk;
            }

            progress.Report(null);
            return await AnswerAsync(question, platform, settings, progress, either.Token);
        }
        catch (InvalidQuestionException exception)
        {
            return Spoken(question, NoticeKind.Invalid, exception.Message);
        }
        catch (OperationCanceledException) when (overdue.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new NoticeReply(NoticeKind.Failed, failures.ReportOverdue(limit, question.Id.ToString()));
        }
        catch (Exception exception) when (exception is not StoreException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, its asker hears that it failed and the log has the cause.
            return new NoticeReply(NoticeKind.Failed, failures.Report(exception, question.Id.ToString()));
        }
    }

    /// <summary>It asks about a post: one that came with it, or that its thread may stand under.</summary>
    private static bool Points(ChatQuestion question) =>
        question.About is not null
        || (
            question is { Kind: ChatQuestionKind.Mention, Address: { Thread: not null, IsDirect: false } }
            && PointingQuestion.Is(question.Text)
        );

    /// <summary>What asks nothing of the coverage is answered without it.</summary>
    private async Task<(bool IsTalk, ChatReply? Reply)> TalkAsync(
        ChatQuestion question,
        ChannelSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(question.Text))
        {
            return (true, Spoken(question, NoticeKind.Help, question.Kind == ChatQuestionKind.Reply ? HiddenReply : NothingAsked));
        }

        if (question.Kind == ChatQuestionKind.Shortcut || SmallTalk.Of(question.Text) is not { } talk)
        {
            return (false, null);
        }

        return (
            true,
            question.Kind == ChatQuestionKind.FollowUp
                ? null
                : new NoticeReply(NoticeKind.Help, await talks.OfAsync(talk, settings.Collection, cancellationToken))
        );
    }

    /// <summary>The answer; null where nobody addressed the bot and the coverage does not say: that is never volunteered.</summary>
    private async Task<ChatReply?> AnswerAsync(
        ChatQuestion question,
        IChatPlatform platform,
        ChannelSettings settings,
        IProgress<TurnProgress> progress,
        CancellationToken cancellationToken
    )
    {
        var conversation = await FindConversationAsync(question, cancellationToken);
        var turns = await conversations.ReadTurnsAsync(conversation, options.Value.HistoryTurns, cancellationToken);
        string? post = await FindPostAsync(question, platform, turns.Count > 0, cancellationToken);
        if (post is null && Points(question) && await TalkAsync(question, settings, cancellationToken) is { IsTalk: true, Reply: var talk })
        {
            return talk;
        }

        string asked = post is null ? question.Text : ClaimReader.Clean(post);
        // An attempt before a crash may have made the answer already; what was half posted is finished with the same words.
        if (await conversations.FindAnswerAsync(AnswerId.Of(question.Id), cancellationToken) is { } before && before.QuestionText == asked)
        {
            return new AnswerReply(before);
        }

        var answer =
            post is not null && await claims.CheckAsync(post, CollectionsOf(settings), cancellationToken) is { } check
                ? ChatAnswer.From(question, conversation, asked, check, clock.GetUtcNow())
                : await AskAsync(
                    question with
                    {
                        Text = post is null ? asked : ClaimReader.Shorten(asked),
                    },
                    settings,
                    conversation,
                    turns,
                    progress,
                    cancellationToken
                );
        if (answer.Abstained && question.Kind == ChatQuestionKind.FollowUp)
        {
            return null;
        }

        answer = await WithNewsOfAsync(turns, answer, settings, cancellationToken);
        await conversations.SaveAnswerAsync(answer, cancellationToken);
        return new AnswerReply(answer);
    }

    /// <summary>Whoever asks on below an answer learns that newer reports have overtaken it.</summary>
    private async Task<ChatAnswer> WithNewsOfAsync(
        IReadOnlyList<ConversationTurn> turns,
        ChatAnswer answer,
        ChannelSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (turns.Count == 0 || await conversations.FindAnswerAsync(turns[^1].Answer, cancellationToken) is not { } earlier)
        {
            return answer;
        }

        var cited = answer.Citations.Select(static citation => citation.Article.Id).ToHashSet();
        return await superseded.FindAsync(earlier, CollectionsOf(settings), cited, cancellationToken) is { } news
            ? answer.WithNote(news)
            : answer;
    }

    private async Task<ChatAnswer> AskAsync(
        ChatQuestion question,
        ChannelSettings settings,
        ConversationId conversation,
        IReadOnlyList<ConversationTurn> turns,
        IProgress<TurnProgress> progress,
        CancellationToken cancellationToken
    )
    {
        IncomingMessage message = new(question.Text)
        {
            History = [.. turns.Select(turn => turn.Question)],
            Asker = $"{question.Address.Platform}:{question.Address.Space}:{question.User.Id}",
            Collections = CollectionsOf(settings),
            IsPrivate = question.IsPrivate || question.Address.IsDirect,
            KeepsGaps = question.Kind is not (ChatQuestionKind.FollowUp or ChatQuestionKind.Shortcut),
        };
        return ChatAnswer.From(question, conversation, await handler.HandleAsync(message, progress, cancellationToken), clock.GetUtcNow());
    }

    /// <summary>
    /// The words of the post that is asked about; null for a question of its own. In a thread where the bot has answered, "when was that?"
    /// means the answer.
    /// </summary>
    private static async Task<string?> FindPostAsync(
        ChatQuestion question,
        IChatPlatform platform,
        bool isUnderWay,
        CancellationToken cancellationToken
    ) =>
        question switch
        {
            { Kind: ChatQuestionKind.Shortcut } => question.Text,
            { About: { } about } => about,
            _ when Points(question) && !isUnderWay => await platform.ReadPostAsync(question, cancellationToken) is { Length: > 0 } post
                ? post
                : null,
            _ => null,
        };

    private async Task<ConversationId> FindConversationAsync(ChatQuestion question, CancellationToken cancellationToken) =>
        question.InReplyTo is { } message
        && await conversations.FindConversationAsync(question.Address, message, cancellationToken) is { } conversation
            ? conversation
            : ConversationId.Of(question);

    private static string[]? CollectionsOf(ChannelSettings settings) => settings.Collection is { } collection ? [collection] : null;

    private static ChatProgress Describe(TurnProgress? progress) =>
        new(
            progress switch
            {
                null => "Searching the coverage",
                { Passages: 1 } => "Reading 1 passage",
                _ => $"Reading {progress.Passages} passages",
            },
            progress?.Answer,
            progress is not null
        );

    private static NoticeReply? Spoken(ChatQuestion question, NoticeKind kind, string text) =>
        question.Kind == ChatQuestionKind.FollowUp ? null : new NoticeReply(kind, text);
}
