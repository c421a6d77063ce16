using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Conversations;

/// <summary>A question as understood.</summary>
/// <param name="Text">The words of this turn.</param>
/// <param name="Standalone">The words that stand for themselves: what earlier turns contribute is spelled out.</param>
/// <param name="AsOf">The day it is asked on, which "last week" and "latest" count from.</param>
/// <param name="Window">The period it asks for, or null.</param>
public sealed record Question(string Text, string Standalone, DateOnly AsOf, TimeWindow? Window);
