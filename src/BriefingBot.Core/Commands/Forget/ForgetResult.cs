using BriefingBot.Core.Chat.Retention;

namespace BriefingBot.Core.Commands.Forget;

/// <summary>A person was forgotten.</summary>
/// <param name="Removed">What was kept of them.</param>
public sealed record ForgetResult(RemovedRecords Removed) : CommandResult;
