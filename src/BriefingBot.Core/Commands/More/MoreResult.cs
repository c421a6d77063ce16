using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Core.Commands.More;

/// <summary>The rest of an answer.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="From">The first message that was not shown, counted from 0.</param>
/// <param name="WithQuestion">It was laid out below its question.</param>
public sealed record MoreResult(ChatAnswer Answer, int From, bool WithQuestion) : CommandResult;
