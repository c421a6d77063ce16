using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.More;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Commands.ShowPassages;

namespace BriefingBot.Core.Commands;

/// <summary>Does what the buttons under an answer are for. Thread-safe.</summary>
public sealed class AnswerActions(FeedbackCommand feedback, ShowPassagesCommand passages, ShareCommand share, MoreCommand more)
{
    /// <summary>Does it.</summary>
    /// <param name="call">Who clicked where.</param>
    /// <param name="action">The button.</param>
    /// <param name="post">Posts an answer for all to see, where "share" was clicked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(
        CommandCall call,
        AnswerAction action,
        Func<ChatAnswer, CancellationToken, Task> post,
        CancellationToken cancellationToken
    ) =>
        action.Kind switch
        {
            AnswerActionKind.Helpful => feedback.RunAsync(call, action.Answer, FeedbackVote.Helpful, cancellationToken),
            AnswerActionKind.NotHelpful => feedback.RunAsync(call, action.Answer, FeedbackVote.NotHelpful, cancellationToken),
            AnswerActionKind.Passages => passages.RunAsync(call, action.Answer, action.From, cancellationToken),
            AnswerActionKind.More => more.RunAsync(call, action, cancellationToken),
            AnswerActionKind.Share => share.RunAsync(call, action.Answer, post, cancellationToken),
            var why => feedback.ExplainAsync(call, action.Answer, ReasonOf(why), null, cancellationToken),
        };

    private static VoteReason ReasonOf(AnswerActionKind kind) =>
        kind switch
        {
            AnswerActionKind.WhyWrong => VoteReason.Wrong,
            AnswerActionKind.WhyOutdated => VoteReason.Outdated,
            AnswerActionKind.WhyNotAsked => VoteReason.NotAsked,
            AnswerActionKind.WhySource => VoteReason.BadSource,
            _ => VoteReason.Other,
        };
}
