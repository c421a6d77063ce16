using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;

namespace BriefingBot.Documents.Answers;

/// <summary>A period as it was read.</summary>
/// <param name="Words">The words of the question that name it.</param>
/// <param name="From">Its first day; null: open.</param>
/// <param name="To">Its last day; null: open.</param>
/// <param name="Limits">True: only reports of that time are searched; false: they count more.</param>
internal sealed record PeriodDocument(string Words, DateOnly? From, DateOnly? To, bool Limits)
{
    /// <summary>Makes the document of a period.</summary>
    public static PeriodDocument Of(string words, TimeWindow period, Question question) =>
        new(
            words,
            period.From == DateOnly.MinValue ? null : period.From,
            period.To == DateOnly.MaxValue ? null : period.To,
            question.Window is not null
        );
}
