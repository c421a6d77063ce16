using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;

namespace BriefingBot.Core.Chat.Journal;

/// <summary>A question as the journal has it.</summary>
/// <param name="Question">The question; its reply token is gone once it is done.</param>
/// <param name="State">How far it is.</param>
/// <param name="Attempts">How often work on it began; 0 while it waits.</param>
/// <param name="Delivered">The parts of the reply that the platform accepted, in order.</param>
public sealed record JournaledQuestion(ChatQuestion Question, QuestionState State, int Attempts, IReadOnlyList<DeliveredPart> Delivered);
