using BriefingBot.Core.Answering;
using BriefingBot.Core.Conversations;

namespace BriefingBot.EndToEnd.Tests.Models;

/// <summary>Keeps every beginning of an answer that was shown.</summary>
internal sealed class ShownAnswers : IProgress<TurnProgress>
{
    public List<AnswerInProgress> All { get; } = [];

    public void Report(TurnProgress value)
    {
        if (value.Answer is { } answer)
        {
            All.Add(answer);
        }
    }

    /// <summary>Each beginning goes on as the next one, and the last one as the answer.</summary>
    public void AssertNothingWasTakenBack(VerifiedAnswer answer)
    {
        foreach (var (before, after) in All.Zip(All.Skip(1).Select(next => next.Sentences).Append(answer.Sentences)))
        {
            Assert.True(after.Count >= before.Sentences.Count);
            Assert.Equal(
                before.Sentences.Select(s => (s.Text, string.Join(',', s.Citations))),
                after.Take(before.Sentences.Count).Select(s => (s.Text, string.Join(',', s.Citations)))
            );
        }
    }
}
