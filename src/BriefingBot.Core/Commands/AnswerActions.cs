using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Commands.ShowPassages;

namespace BriefingBot.Core.Commands;

/// <summary>Does what the buttons under an answer are for. Thread-safe.</summary>
public sealed class AnswerActions(FeedbackCommand feedback, ShowPassagesCommand passages, ShareCommand share)
{
    /// <summary>Gives what the command of the button gives.</summary>
    /// <param name="call">The call.</param>
    /// <param name="action">The button.</param>
    /// <param name="post">Posts a shared answer to the channel of the call; when it throws, the answer can be shared again.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, AnswerAction action, Func<ChatAnswer, CancellationToken, Task> post, CancellationToken cancellationToken) =>
        action.Kind switch
        {
            AnswerActionKind.Helpful => feedback.RunAsync(call, action.Answer, FeedbackVote.Helpful, cancellationToken),
            AnswerActionKind.NotHelpful => feedback.RunAsync(call, action.Answer, FeedbackVote.NotHelpful, cancellationToken),
            AnswerActionKind.Passages => passages.RunAsync(call, action.Answer, cancellationToken),
            _ => share.RunAsync(call, action.Answer, post, cancellationToken),
        };
}
