using BriefingBot.Core.Conversations.Chat;

namespace BriefingBot.Core.Commands;

/// <summary>The question was taken; the answer is delivered by <see cref="IChatPlatform.DeliverAsync"/> with the call's reply token.</summary>
/// <param name="Arrival">Accepted, or known when the call was delivered twice.</param>
public sealed record QuestionAccepted(ChatArrival Arrival) : CommandResult;
