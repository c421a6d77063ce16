namespace BriefingBot.Core.Chat.Delivery;

/// <summary>A message of the bot that the platform accepted.</summary>
/// <param name="Part">The part of the reply, from 0.</param>
/// <param name="MessageId">The platform's id, unique within its channel or thread.</param>
public sealed record DeliveredPart(int Part, string MessageId);
