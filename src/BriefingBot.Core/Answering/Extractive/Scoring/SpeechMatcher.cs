using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>
/// Does a sentence have the speaker speak? The name must stand near a verb of speech: to be named in what others say is not to say it.
/// Rules for English.
/// </summary>
internal sealed class SpeechMatcher(IReadOnlyList<string> speaker)
{
    private const int WordsBeforeVerb = 12;
    private const int WordsAfterVerb = 5;

    /// <param name="sentence">The sentence.</param>
    /// <param name="before">The one before it: "he added" speaks of who was named there.</param>
    public bool IsSpoken(PassageSentence sentence, PassageSentence? before)
    {
        for (int verb = 0; verb < sentence.Words.Count; verb++)
        {
            if (!SpeechVerb.IsMatch(sentence.Text.AsSpan(sentence.Words[verb].Start, sentence.Words[verb].Length)))
            {
                continue;
            }

            for (int i = Math.Max(0, verb - WordsBeforeVerb); i < Math.Min(sentence.Words.Count, verb + WordsAfterVerb + 1); i++)
            {
                var word = sentence.Words[i];
                bool pronoun = before is not null && word.Stem is "he" or "she" or "thei" or "they" or "it" && before!.Words.Any(IsSpeaker);
                if (i != verb && (pronoun || (IsSpeaker(word) && !IsPartedByOther(sentence, i, verb))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Between a speaker and the verb another name may stand only beside it ("Yoon and Kishida pledged"): otherwise the other one speaks.
    /// </summary>
    private bool IsPartedByOther(PassageSentence sentence, int name, int verb)
    {
        bool other = false;
        for (int i = Math.Min(name, verb) + 1; i < Math.Max(name, verb); i++)
        {
            var word = sentence.Words[i];
            if (word.Stem == "and")
            {
                return false;
            }

            bool adjoins = i == name + 1 || i == name - 1 || (i == name + 2 && char.IsUpper(sentence.Text[sentence.Words[name + 1].Start]));
            other |=
                char.IsUpper(sentence.Text[word.Start])
                && !adjoins
                && !IsSpeaker(word)
                && !CalendarWord.IsMatch(sentence.Text.AsSpan(word.Start, word.Length));
        }

        return other;
    }

    private bool IsSpeaker(WordToken word) =>
        speaker.Count == 0
        || speaker.Any(stem =>
            stem == word.Stem || (CountryNames.GroupOf(stem) is >= 0 and var country && CountryNames.GroupOf(word.Stem) == country)
        );

    private static readonly TieredRegex CalendarWord = LanguagePattern.Tiered("speech-verbs-in-answers/calendar-word", RegexOptions.None);

    private static readonly TieredRegex SpeechVerb = LanguagePattern.Tiered(
        "speech-verbs-in-answers/speech-verb",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );
}
