using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Slack.Messages.Threads;

namespace BriefingBot.Slack.Messages.Streaming;

/// <summary>
/// What shows that an answer is in the making: a line below the thread, the bot's session, the message that grows. Thread-safe.
/// </summary>
internal sealed class LiveProgress(LiveAnswers live, ThreadStatusLine status, AgentSessions sessions, AnswerStreamer streams)
{
    /// <summary>The answer in the making.</summary>
    public LiveAnswer Of(ChatQuestion question) => live.Of(question);

    /// <summary>Shows how far it is.</summary>
    public async Task ShowAsync(ChatQuestion question, ChatProgress progress, CancellationToken cancellationToken)
    {
        // A command has no message to show anything at, and talk in a thread may turn out to be no question.
        if (
            question.ReplyToken is not null
            || question.Kind == ChatQuestionKind.Announcement
            || (question.Kind == ChatQuestionKind.FollowUp && !progress.IsUnderstood)
        )
        {
            return;
        }

        var answer = live.Of(question);
        if (progress.Answer is { Sentences.Count: > 0 } begun)
        {
            await streams.GrowAsync(answer, question, begun, cancellationToken);
        }
        else if (answer is { Stream: null, IsStopped: false })
        {
            await Task.WhenAll(status.ShowAsync(answer, progress.Text, cancellationToken), sessions.BeginAsync(answer, cancellationToken));
        }
    }

    /// <summary>Takes back what was shown; there will be no answer.</summary>
    public async Task WithdrawAsync(ChatQuestion question, CancellationToken cancellationToken)
    {
        if (question is { ReplyToken: null, Kind: not ChatQuestionKind.Announcement })
        {
            var answer = live.Of(question);
            if (answer.Stream is not null)
            {
                await streams.DropAsync(answer, cancellationToken);
            }

            await Task.WhenAll(status.ClearAsync(answer, cancellationToken), sessions.EndAsync(answer, cancellationToken));
            live.Remove(question.Id);
        }
    }

    /// <summary>The answer is there, or will never be.</summary>
    public async Task EndAsync(ChatQuestion question, LiveAnswer? answer, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(answer, cancellationToken);
        live.Remove(question.Id);
    }

    /// <summary>Takes the line below the thread away; the answer went elsewhere.</summary>
    public Task ClearStatusAsync(LiveAnswer answer, CancellationToken cancellationToken) => status.ClearAsync(answer, cancellationToken);
}
