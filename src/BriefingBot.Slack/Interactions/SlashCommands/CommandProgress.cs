using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Commands;

namespace BriefingBot.Slack.Interactions.SlashCommands;

/// <summary>
/// Says that a question by command is worked on when its answer takes longer than people wait without a sign. Thread-safe.
/// </summary>
internal sealed class CommandProgress(ResponseReplies replies, IQuestionJournal journal, TimeProvider clock)
{
    private const string Line = "Searching the coverage\u2026";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    /// <summary>Waits a little, and says so unless the answer is there.</summary>
    public async Task ShowAsync(ResponseTarget target, CommandCall call, CancellationToken cancellationToken)
    {
        await Task.Delay(Patience, clock, cancellationToken);
        if (
            await journal.FindAsync(call.Id, cancellationToken) is
            { State: QuestionState.Received or QuestionState.Answering, Delivered.Count: 0 }
        )
        {
            await replies.ShowPassingLineAsync(target, Line, cancellationToken);
        }
    }
}
