using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Questions.Periods;

/// <summary>A period that a question names.</summary>
/// <param name="Window">The days it covers.</param>
/// <param name="Start">Where it stands in the question: first UTF-16 unit.</param>
/// <param name="Length">Its length.</param>
/// <param name="IsLoose">True for "this week", "today", and for a day or month without its year: in a question about a topic they describe
/// the event and do not limit the search.</param>
/// <param name="IsRelative">Counted from the day of asking ("last week").</param>
public sealed record TimeExpression(TimeWindow Window, int Start, int Length, bool IsLoose, bool IsRelative = false);
