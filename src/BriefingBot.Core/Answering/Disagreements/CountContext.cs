using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Answering.Verification.Clauses.Speech;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Disagreements;

/// <summary>
/// Whether two counts of the same things are of the same event: "canceled 15,000 flights in a week" and "canceled 2,500 flights" are not.
/// To say that reports differ is a statement of the bot's own, so what is not sure counts as no. Stateless.
/// </summary>
internal static class CountContext
{
    /// <summary>Reports that are further apart tell of other events.</summary>
    private const int MostDaysApart = 45;

    /// <summary>A round figure may be so far from the exact one, as a share of it: "nearly 40" for 38.</summary>
    private const decimal MostRounding = 0.05m;

    private static readonly Regex Span = LanguageData.Pattern("count-spans");

    /// <summary>Is one the other, rounded as it is written: 31,000 and 30,949?</summary>
    public static bool Agree(decimal one, decimal other) => one == other || IsRounded(one, other) || IsRounded(other, one);

    /// <summary>Are the reports near each other in time, share a name if they have any, and name the same length of time?</summary>
    public static bool MayBeOfOneEvent(ComparedSentence one, ComparedSentence other) =>
        !(one.Published is { } first && other.Published is { } second && Math.Abs(first.DayNumber - second.DayNumber) > MostDaysApart)
        && (one.Names.Count == 0 && other.Names.Count == 0 || one.Names.Overlaps(other.Names))
        && string.Equals(SpanOf(one), SpanOf(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Does the same verb govern both numbers, with the same "will" or "may", and is it none of speech?</summary>
    public static bool IsSameAct(ComparedSentence one, StatedNumber counted, ComparedSentence other, StatedNumber against)
    {
        var (number, verb) = ActOf(one, counted);
        var (otherNumber, otherVerb) = ActOf(other, against);
        return verb is not null
            && otherVerb is not null
            && !SpeechReader.IsVerbOfSpeech(verb)
            && ClauseMatch.Of(verb, otherVerb) > 0
            && number!.Operators == otherNumber!.Operators;
    }

    private static string SpanOf(ComparedSentence sentence) => Span.Match(sentence.Statement.Text).Value;

    /// <summary>The number and the nearest verb of its clause.</summary>
    private static (ClauseToken? Number, ClauseToken? Verb) ActOf(ComparedSentence sentence, StatedNumber counted)
    {
        var tokens = sentence.Clauses.Tokens;
        var number = tokens.FirstOrDefault(token => token.Start <= counted.Start && counted.Start < token.End);
        var verb = number is null
            ? null
            : tokens
                .Where(token => token.Clause == number.Clause && token.IsVerb && token.IsContent)
                .MinBy(token => Math.Abs(token.Start - number.Start));
        return (number, verb);
    }

    private static bool IsRounded(decimal rounded, decimal exact) =>
        rounded != 0 && rounded % 10 == 0 && Math.Abs(rounded - exact) <= MostRounding * Math.Abs(rounded);
}
