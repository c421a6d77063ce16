using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands.Feedback;

/// <summary>The buttons "helpful" and "not helpful": a person's last word on an answer counts. Thread-safe.</summary>
public sealed class FeedbackCommand(IConversationLog conversations, CommandGuard guard)
{
    /// <summary>Gives a <see cref="FeedbackResult"/>.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, AnswerId answer, FeedbackVote vote, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "feedback",
            async () => await conversations.VoteAsync(answer, call.User.Id, vote, cancellationToken)
                ? new FeedbackResult(vote)
                : new CommandRefused(StoredAnswers.Gone),
            cancellationToken);
}
