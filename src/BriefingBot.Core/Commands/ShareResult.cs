using BriefingBot.Core.Conversations.Chat;

namespace BriefingBot.Core.Commands;

/// <summary>The answer was posted for all to see.</summary>
/// <param name="Answer">The answer.</param>
public sealed record ShareResult(ChatAnswer Answer) : CommandResult;
