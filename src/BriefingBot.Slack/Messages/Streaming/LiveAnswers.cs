using System.Collections.Concurrent;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Slack.Messages.Replies;

namespace BriefingBot.Slack.Messages.Streaming;

/// <summary>The answers that this process works on. Thread-safe.</summary>
internal sealed class LiveAnswers
{
    private readonly ConcurrentDictionary<ChatQuestionId, LiveAnswer> _answers = new();

    /// <summary>The answer to a question, kept from its first sign to <see cref="Remove"/>.</summary>
    public LiveAnswer Of(ChatQuestion question) =>
        _answers.GetOrAdd(question.Id, static (_, asked) => new LiveAnswer(ReplyPlace.Of(asked)), question);

    /// <summary>It is posted.</summary>
    public void Remove(ChatQuestionId question) => _answers.TryRemove(question, out _);

    /// <summary>The reader stopped what goes on in a thread.</summary>
    /// <returns>The questions that are not answered any further.</returns>
    public IReadOnlyList<ChatQuestionId> Stop(string channel, string threadTs)
    {
        List<ChatQuestionId> stopped = [];
        foreach (var (question, answer) in _answers)
        {
            if (answer.Place.Channel == channel && answer.Place.ThreadTs == threadTs)
            {
                answer.Stop();
                stopped.Add(question);
            }
        }

        return stopped;
    }
}
