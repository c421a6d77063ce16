using System.Collections.Frozen;
using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Weekdays;

/// <summary>
/// Reads from the verb that governs a weekday whether it is over or to come. The nearest verb before it in its clause counts, or the first
/// one of the clause that it opens; where that one does not tell (a present, an infinitive, a caption without a verb), nothing is said.
/// Stateless.
/// </summary>
internal static class WeekdayTenseReader
{
    /// <summary>A verb further away seldom governs the day.</summary>
    private const int MostWords = 24;

    private static readonly FrozenSet<string> Boundaries = LanguageData.Set("weekday-dates/clause-boundaries");
    private static readonly FrozenSet<string> Future = LanguageData.Set("weekday-dates/future");
    private static readonly FrozenSet<string> Arranged = LanguageData.Set("weekday-dates/arranged");
    private static readonly FrozenSet<string> BehindArranged = LanguageData.Set("weekday-dates/behind-arranged");
    private static readonly FrozenSet<string> Open = LanguageData.Set("weekday-dates/open");
    private static readonly FrozenSet<string> PastBeing = LanguageData.Set("weekday-dates/past-being");
    private static readonly FrozenSet<string> Determiners = LanguageData.Set("weekday-dates/determiners");
    private static readonly FrozenSet<string> NoVerbs = LanguageData.Set("weekday-dates/no-verbs");

    private static readonly FrozenSet<string> Speech = LanguageData
        .Lines("speech-verbs")
        .SelectMany(static line => line.Split('=', 2)[1].Split(',', StringSplitOptions.TrimEntries))
        .Select(EnglishVerbs.RootOf)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>When the weekday at this place of the sentence lies.</summary>
    public static WeekdayTense Read(string sentence, int start, int end)
    {
        var before = WordsOf(sentence, sentence.AsSpan(0, start).LastIndexOfAny(Breaks) + 1, start);
        if (before.TrueForAll(static word => NoVerbs.Contains(word)))
        {
            return ReadForward(sentence, end);
        }

        for (int i = before.Count - 1; i >= 0 && before.Count - i <= MostWords; i--)
        {
            if (ReadWord(before, i) is { } tense)
            {
                return tense == WeekdayTense.Past && IsUnsure(before, i) ? WeekdayTense.Unknown : tense;
            }
        }

        return WeekdayTense.Unknown;
    }

    private static ReadOnlySpan<char> Breaks => ",;:—–()“”\"";

    /// <summary>"On Friday, the council voted": the first verb of the clause, unless what comes first is a clause of its own.</summary>
    private static WeekdayTense ReadForward(string sentence, int end)
    {
        int from = end < sentence.Length && sentence[end] == ',' ? end + 1 : end;
        int stop = sentence.AsSpan(from).IndexOfAny(Breaks);
        var after = WordsOf(sentence, from, stop < 0 ? sentence.Length : from + stop);
        for (int i = 0; i < Math.Min(after.Count, MostWords); i++)
        {
            if (ReadWord(after, i) is { } tense)
            {
                return tense;
            }
        }

        return WeekdayTense.Unknown;
    }

    /// <summary>What the word tells; null: nothing, the next one may.</summary>
    private static WeekdayTense? ReadWord(List<string> words, int i)
    {
        string word = words[i];
        if (Boundaries.Contains(word) || Open.Contains(word) || IsGerund(word))
        {
            return WeekdayTense.Unknown;
        }

        if (Future.Contains(word))
        {
            return WeekdayTense.Future;
        }

        string previous = i > 0 ? words[i - 1] : "";
        if (Arranged.Contains(word) && (i + 1 == words.Count || BehindArranged.Contains(words[i + 1])))
        {
            return PastBeing.Contains(previous) || previous is "had" or "been" ? WeekdayTense.Unknown : WeekdayTense.Future;
        }

        if (PastBeing.Contains(word))
        {
            return i + 1 < words.Count && words[i + 1] == "to" ? WeekdayTense.Unknown : WeekdayTense.Past;
        }

        if (word == "to" && i + 1 < words.Count && IsInfinitive(words[i + 1]))
        {
            return Arranged.Contains(previous) ? null
                : previous is "is" or "are" ? WeekdayTense.Future
                : WeekdayTense.Unknown;
        }

        return EnglishVerbs.IsPastForm(word) && !NoVerbs.Contains(word) && !Determiners.Contains(previous) ? OfPastForm(previous) : null;
    }

    private static WeekdayTense? OfPastForm(string previous) =>
        previous switch
        {
            // "will be held", "is to be held": what stands before decides.
            "be" => null,
            "is" or "are" or "am" or "being" or "had" => WeekdayTense.Unknown,
            _ => WeekdayTense.Past,
        };

    /// <summary>
    /// A verb of speech governs a day beside it ("said on Friday"), not what was said ("said Johnson leaves Friday"); and a form that looks
    /// like a past may be an adjective behind one that is to come ("will meet wounded soldiers Friday").
    /// </summary>
    private static bool IsUnsure(List<string> before, int verb)
    {
        if (Speech.Contains(EnglishVerbs.RootOf(before[verb])) && before.Skip(verb + 1).Any(MayBeVerb))
        {
            return true;
        }

        for (int i = verb - 1; i >= 0 && verb - i <= MostWords && !Boundaries.Contains(before[i]); i--)
        {
            if (Future.Contains(before[i]) || Open.Contains(before[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayBeVerb(string word) =>
        word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !NoVerbs.Contains(word);

    private static bool IsInfinitive(string word) => !Determiners.Contains(word) && !NoVerbs.Contains(word);

    private static bool IsGerund(string word) =>
        word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) && !NoVerbs.Contains(word);

    private static List<string> WordsOf(string text, int start, int end) =>
        [
            .. WordTokenizer
                .Tokenize(text[start..end])
                .Where(token => !IsCompound(text, start + token.Start, start + token.End))
                .Select(token => text.Substring(start + token.Start, token.Length).ToLowerInvariant().Replace('’', '\'')),
        ];

    /// <summary>"Snow-covered" is no verb.</summary>
    private static bool IsCompound(string text, int start, int end) =>
        (start > 0 && text[start - 1] == '-') || (end < text.Length && text[end] == '-');
}
