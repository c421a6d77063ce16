using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands.Feedback;

/// <summary>The vote was kept.</summary>
/// <param name="Vote">What was said last.</param>
/// <param name="Answer">Of which answer.</param>
public sealed record FeedbackResult(FeedbackVote Vote, AnswerId Answer) : CommandResult
{
    /// <summary>Why.</summary>
    public VoteReason Reason { get; init; }

    /// <summary>The person may be asked why.</summary>
    public bool AsksWhy => Vote == FeedbackVote.NotHelpful && Reason == VoteReason.None;
}
