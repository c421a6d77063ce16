using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Questions;

/// <summary>Finds the noun that a question asks for. Rules for English; stateless.</summary>
public static partial class AskedThingReader
{
    /// <summary>A longer run of words is no noun phrase.</summary>
    private const int MostWords = 6;

    private static readonly FrozenDictionary<string, string> Kinds = LanguageData
        .Map("asked-kinds")
        .SelectMany(kind => kind.Value.Select(noun => KeyValuePair.Create(WordTokenizer.Stem(noun), kind.Key)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Verbs = LanguageData
        .Groups("past-verbs")
        .SelectMany(line => line)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The asked thing; null when the question names none.</summary>
    public static AskedThing? Read(string question)
    {
        if (Counted().Match(question) is { Success: true } counted)
        {
            // Of people the noun is left out: "how many were killed".
            return Head(counted.Groups["np"].Value, isCounted: true)
                ?? (Fate().IsMatch(question) ? new AskedThing("people", WordTokenizer.Stem("people"), true, null) : null);
        }

        if (Chosen.Match(question) is { Success: true } chosen)
        {
            return Head(chosen.Groups["np"].Value, isCounted: false);
        }

        return Named.Match(question) is { Success: true } named ? Head(named.Groups["np"].Value, isCounted: false) : null;
    }

    private static AskedThing? Head(string phrase, bool isCounted)
    {
        string? head = null;
        foreach (Match match in Word().Matches(phrase).Take(MostWords))
        {
            string word = match.Value;
            bool ends = Verbs.Contains(word) || EndsPhrase.IsMatch(word) || (head is not null && IsPastForm(word));
            if (ends)
            {
                break;
            }

            if (!char.IsUpper(word[0]) || head is null)
            {
                head = word;
            }

            // What is counted is the first plural; what stands behind it is its verb ("how many people died").
            if (isCounted && IsPlural(word))
            {
                break;
            }
        }

        if (head is null || StopWords.Contains(WordTokenizer.Stem(head)))
        {
            return null;
        }

        string stem = WordTokenizer.Stem(head);
        return new AskedThing(head, stem, isCounted, isCounted ? null : Kinds.GetValueOrDefault(stem));
    }

    private static bool IsPastForm(string word) => word.Length > 4 && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlural(string word) =>
        (word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)) || Irregular().IsMatch(word);

    [GeneratedRegex(
        "\\bhow\\s+many\\s+(?:more\\s+|other\\s+|of\\s+(?:the|its|his|her|their)\\s+)?(?<np>[^?,;]{2,80})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Counted();

    private static readonly Regex Chosen = LanguagePattern.Interpreted(
        "question-phrases/chosen",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    private static readonly Regex Named = LanguagePattern.Interpreted(
        "question-phrases/named-holder",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );

    [GeneratedRegex(
        "\\b(?:killed|died|dead|injured|wounded|hurt|missing|arrested|rescued|evacuated|detained|displaced)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Fate();

    [GeneratedRegex("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}.'’-]*", RegexOptions.None, 10_000)]
    private static partial Regex Word();

    private static readonly Regex EndsPhrase = LanguagePattern.Interpreted(
        "question-phrases/ends-phrase",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex(
        "^(?:people|children|men|women|troops|police|personnel|staff|feet|teeth|sheep|fish|aircraft|cattle)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Irregular();
}
