using BriefingBot.Core.Conversations.Chat;

namespace BriefingBot.Core.Commands;

/// <summary>The vote was kept.</summary>
/// <param name="Vote">What was said last.</param>
public sealed record FeedbackResult(FeedbackVote Vote) : CommandResult;
