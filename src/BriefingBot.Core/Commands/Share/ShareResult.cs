using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands.Share;

/// <summary>The answer was posted for all to see.</summary>
/// <param name="Answer">The answer.</param>
public sealed record ShareResult(ChatAnswer Answer) : CommandResult;
