using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Extractive.Scoring;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// Puts the newest figure first where later reports of one event give another one: a toll that rises, a count that goes on. Ages count to
/// the minute. Stateless.
/// </summary>
internal static class Superseded
{
    private const int Looked = 25;
    private const double LeastSlot = 0.7;
    private const double SameEvent = 0.75;
    private const int MostDaysApart = 21;

    /// <summary>
    /// The sentences; those that count the thing asked for in different numbers stand first, the latest report's before the earlier ones'.
    /// How many those are; 0 when all say the same.
    /// </summary>
    public static (List<ScoredSentence> Sentences, int Reports) Order(Question question, List<ScoredSentence> scored)
    {
        if (scored.Count < 2 || question.Asked is null or { IsCounted: false } || scored[0].Features.Slot < LeastSlot)
        {
            return (scored, 0);
        }

        var best = scored[0];
        ScoredSentence[] reports =
        [
            .. scored
                .Take(Looked)
                .Where(s =>
                    s.Features.Slot >= LeastSlot
                    && s.Features.Context >= best.Features.Context * SameEvent
                    && IsNear(s, best)
                    && s.Features.Secondary == 0
                )
                .DistinctBy(s => s.Passage.Passage.Article.Id),
        ];
        if (reports.Length < 2 || reports.Select(Figure).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2)
        {
            return (scored, 0);
        }

        ScoredSentence[] newestFirst =
        [
            .. reports.OrderByDescending(s => s.Passage.Passage.Article.Published).DistinctBy(Figure, StringComparer.OrdinalIgnoreCase),
        ];

        // They are one answer: the others are measured against the best of them.
        return ([.. newestFirst.Select(s => s with { Score = best.Score }), .. scored.Except(newestFirst)], newestFirst.Length);
    }

    private static bool IsNear(ScoredSentence one, ScoredSentence other) =>
        one.Passage.Passage.Article.Published is { } first
        && other.Passage.Passage.Article.Published is { } second
        && Math.Abs(first.Day.DayNumber - second.Day.DayNumber) <= MostDaysApart;

    /// <summary>The first number of the sentence, in figures or spelled out.</summary>
    private static string Figure(ScoredSentence sentence)
    {
        var match = Number.Match(sentence.Sentence.Text);
        return match.Success && NumberForms.Find(match.Value) is [var found, ..] ? found.Forms[^1] : match.Value;
    }

    private static readonly TieredRegex Number = LanguagePattern.Tiered(
        "slots/counts",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );
}
