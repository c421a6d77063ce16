using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>
/// Does a sentence hold the very thing that is asked for: the noun of "which stadium", a number that counts the ships of "how many ships"?
/// 0 to 1; a question that names no thing is met by any sentence. Rules for English; thread-safe.
/// </summary>
internal sealed partial class SlotMatcher(Question question)
{
    /// <summary>How far behind its number the counted noun may stand: "8,000 newly trained North Korean soldiers".</summary>
    private const int Reach = 5;
    private const double Nearby = 0.5;
    private const double BothThere = 0.4;
    private const double PeopleMeant = 0.8;

    private readonly HashSet<string> _nouns = NounsOf(question.Asked);
    private readonly bool _people = CountsPeople(question);

    private static readonly HashSet<string> People =
    [
        .. "people persons men women children workers soldiers victims".Split(' ').Select(WordTokenizer.Stem),
    ];

    /// <summary>It asks how many people, of whatever calling.</summary>
    public static bool CountsPeople(Question question) => question.Asked is { IsCounted: true } asked && People.Contains(asked.Stem);

    /// <summary>The question names a thing, and it takes more than a name of some kind to be it.</summary>
    public bool IsDemanding => question.Asked is { Kind: null };

    /// <param name="sentence">The sentence.</param>
    /// <param name="before">The one before it in its passage, or null.</param>
    /// <param name="title">The words of the headline.</param>
    /// <param name="kind">How well the sentence holds the kind of thing asked for.</param>
    public double Match(PassageSentence sentence, PassageSentence? before, IReadOnlyList<WordToken> title, double kind)
    {
        if (question.Asked is not { } asked)
        {
            return 1;
        }

        if (asked.IsCounted)
        {
            return CountMatch(sentence, before, title);
        }

        if (sentence.Words.Any(word => _nouns.Contains(word.Stem)))
        {
            return 1;
        }

        if (asked.Kind is not null)
        {
            return kind > 0 || asked.Kind == "thing" ? 1 : 0;
        }

        return (before is not null && before.Words.Any(word => _nouns.Contains(word.Stem))) || title.Any(word => _nouns.Contains(word.Stem))
            ? Nearby
            : 0;
    }

    private double CountMatch(PassageSentence sentence, PassageSentence? before, IReadOnlyList<WordToken> title)
    {
        var words = sentence.Words;
        bool number = false;
        bool bare = false;
        for (int i = 0; i < words.Count; i++)
        {
            if (!Number.IsMatch(sentence.Text.AsSpan(words[i].Start, words[i].Length)))
            {
                continue;
            }

            number = true;
            bare |=
                i + 1 >= words.Count || !(char.IsAsciiDigit(sentence.Text[words[i + 1].Start]) || IsPlural(words[i + 1], sentence.Text));
            for (int j = i + 1; j < Math.Min(words.Count, i + 1 + Reach); j++)
            {
                if (_nouns.Contains(words[j].Stem))
                {
                    return 1;
                }
            }
        }

        if (!number)
        {
            return 0;
        }

        if (_people && bare && Fate().IsMatch(sentence.Text))
        {
            return PeopleMeant;
        }

        bool noun = words.Any(word => _nouns.Contains(word.Stem));
        bool near =
            noun
            || (before is not null && before.Words.Any(word => _nouns.Contains(word.Stem)))
            || title.Any(word => _nouns.Contains(word.Stem));
        return noun ? BothThere
            : near ? BothThere / 2
            : 0;
    }

    /// <summary>"45,000 birds" counts birds; "killed two early on Tuesday" counts nobody but people.</summary>
    private static bool IsPlural(WordToken word, string text) =>
        word.Length > 3 && text[word.End - 1] == 's' && text[word.End - 2] != 's' && char.IsLower(text[word.Start]);

    private static HashSet<string> NounsOf(AskedThing? asked) =>
        asked is null ? [] : [asked.Stem, .. Synonyms.Of(asked.Stem).Where(form => form.Count == 1).Select(form => form[0])];

    private static readonly TieredRegex Number = LanguagePattern.Tiered(
        "slots/number",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>Of people the noun is left out where it is clear: "killed two", "five are missing".</summary>
    [GeneratedRegex(
        "\\b(?:kill\\w*|died|dead|deaths?|dies|injur\\w*|wounded|hurt|missing|arrested|rescued|evacuated|employs?|hired|toll)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Fate();
}
