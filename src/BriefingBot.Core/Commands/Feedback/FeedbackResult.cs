using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands.Feedback;

/// <summary>The vote was kept.</summary>
/// <param name="Vote">What was said last.</param>
public sealed record FeedbackResult(FeedbackVote Vote) : CommandResult;
