using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands.Feedback;

/// <summary>The buttons "helpful" and "not helpful", and why: a person's last word on an answer counts. Thread-safe.</summary>
public sealed class FeedbackCommand(IConversationLog conversations, CommandGuard guard)
{
    /// <summary>The longest text that a person may write about an answer, in UTF-16 units.</summary>
    public const int MaxWords = 1000;

    /// <summary>Gives a <see cref="FeedbackResult"/>, or a <see cref="CommandRefused"/> when there is no such answer.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, AnswerId answer, FeedbackVote vote, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "feedback",
            async () =>
                await conversations.VoteAsync(answer, call.User.Id, vote, cancellationToken)
                    ? new FeedbackResult(vote, answer)
                    : new CommandRefused(StoredAnswers.Gone),
            cancellationToken
        );

    /// <summary>
    /// Keeps why it was not helpful; gives a <see cref="FeedbackResult"/>, or a <see cref="CommandRefused"/> when there is no such answer.
    /// </summary>
    public Task<CommandResult> ExplainAsync(
        CommandCall call,
        AnswerId answer,
        VoteReason reason,
        string? words,
        CancellationToken cancellationToken
    ) =>
        guard.RunAsync(
            "feedback",
            async () =>
                await conversations.ExplainVoteAsync(answer, call.User.Id, reason, Shorten(words), cancellationToken)
                    ? new FeedbackResult(FeedbackVote.NotHelpful, answer) { Reason = reason }
                    : new CommandRefused(StoredAnswers.Gone),
            cancellationToken
        );

    private static string? Shorten(string? words) =>
        string.IsNullOrWhiteSpace(words) ? null
        : words.Length <= MaxWords ? words.Trim()
        : words[..(MaxWords - (char.IsLowSurrogate(words[MaxWords]) ? 1 : 0))];
}
