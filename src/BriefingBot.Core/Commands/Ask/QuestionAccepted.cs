using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Commands.Ask;

/// <summary>
/// The question was taken; the answer is delivered by <see cref="IChatPlatform.DeliverAsync"/> with the call's reply token.
/// </summary>
/// <param name="Arrival">Accepted, or known when the call was delivered twice.</param>
public sealed record QuestionAccepted(ChatArrival Arrival) : CommandResult;
