using BriefingBot.Core.Language;

namespace BriefingBot.Core.Briefings.Topics;

/// <summary>
/// British and American spellings of one word: "harbour" and "harbor". Endings in <c>Language/English/spelling-variants.txt</c>.
/// </summary>
internal static class SpellingVariants
{
    private const int FewestLetters = 5;

    private static readonly (string British, string American)[] Endings =
    [
        .. LanguageData.Groups("spelling-variants").Select(group => (group[0], group[1])),
    ];

    /// <summary>
    /// The word, and how it would be spelled on the other side of the ocean; small letters. Some of them may be no words.
    /// </summary>
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        if (word.Length < FewestLetters)
        {
            yield break;
        }

        foreach (var (british, american) in Endings)
        {
            if (word.EndsWith(british, StringComparison.Ordinal))
            {
                yield return word[..^british.Length] + american;
            }
            else if (word.EndsWith(american, StringComparison.Ordinal))
            {
                yield return word[..^american.Length] + british;
            }
        }
    }
}
