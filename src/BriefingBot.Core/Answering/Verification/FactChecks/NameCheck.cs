using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.FactChecks;

/// <summary>
/// Do the names of a sentence stand in the evidence? Every word of a name must, and words of one name side by side: a surname alone will
/// do, a first name that belongs to somebody else will not. Stateless.
/// </summary>
internal static class NameCheck
{
    private const int WordsBetween = 2;

    private static readonly HashSet<string> Particles = new(
        ["of", "the", "de", "del", "della", "da", "di", "du", "la", "le", "van", "von", "der", "bin", "ibn", "al", "el", "s"],
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Turning = new(["of", "for", "in", "at", "the", "s"], StringComparer.Ordinal);

    /// <summary>Is the whole name borne out?</summary>
    public static bool IsBorneOut(StatedName name, EvidencePool pool)
    {
        List<(EvidenceToken Token, bool Opens, bool Glued)> words = [];
        foreach (var word in name.Words)
        {
            var tokens = EvidenceToken.Read(word.Text);
            for (int i = 0; i < tokens.Count; i++)
            {
                words.Add((tokens[i], word.Opens && i == 0, i > 0));
            }
        }

        EvidenceToken[] all = [.. words.Select(word => word.Token)];
        bool[] free = new bool[words.Count];
        for (int i = 0; i < words.Count; i++)
        {
            if (Acronyms.SpelledOut(all, i, pool.HasWord) is > 0 and var length)
            {
                free.AsSpan(i, length).Fill(true);
            }
        }

        for (int i = 0; i < words.Count; i++)
        {
            bool alone = words[i].Opens && words.Count == 1;
            free[i] |= words[i].Glued && !words[i].Token.IsCapital && StopWords.Contains(words[i].Token.Stem);
            free[i] |= words[i].Opens && IsPlainWord(words[i].Token, pool, alone);
            if (!free[i] && !Stands(words[i].Token, pool))
            {
                return false;
            }

            if (
                i > 0
                && !free[i]
                && !free[i - 1]
                && BelongTogether(words[i - 1].Token, words[i].Token, words[i].Glued)
                && !StandTogether(words[i - 1].Token, words[i].Token, pool)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool Stands(EvidenceToken word, EvidencePool pool)
    {
        foreach (var sentence in pool.Tokens)
        {
            foreach (var token in sentence)
            {
                if (token.Key == word.Key ? token.IsCapital || !StopWords.Contains(word.Stem) : token.IsCapital && token.IsLike(word))
                {
                    return true;
                }
            }
        }

        return (IsAcronym(word) && pool.HasAcronym(word.Key)) || (word.IsCountry && HasCapitalOf(word, pool));
    }

    /// <summary>
    /// "Moscow" in an article bears out "Russia", never the other way round. The capitals of Korea are for <see cref="Acronyms"/>.
    /// </summary>
    private static bool HasCapitalOf(EvidenceToken country, EvidencePool pool)
    {
        int group = CountryNames.GroupOf(country.Stem);
        return pool.Tokens.Any(sentence =>
            sentence.Any(token =>
                token.IsCapital
                && CountryNames.GroupOf(token.Stem) == group
                && token.Key is not ("gaza" or "taliban" or "houthi" or "houthis" or "washington" or "states" or "kingdom")
            )
        );
    }

    /// <summary>
    /// A word that opens a sentence and is no name: it stands in the evidence in small letters, or opens sentences commonly.
    /// </summary>
    private static bool IsPlainWord(EvidenceToken word, EvidencePool pool, bool alone) =>
        StopWords.Contains(word.Stem)
        || PlainOpeners.Contains(word.Key)
        || FreeWords.Contains(word.Stem)
        || pool.Tokens.Any(sentence =>
            sentence.Any(token => !token.IsCapital && (token.Key == word.Key || (alone && token.Stem == word.Stem)))
        );

    /// <summary>
    /// Words beside each other that make one name: not a title, a country or an acronym before it, nor two names with a hyphen.
    /// </summary>
    private static bool BelongTogether(EvidenceToken first, EvidenceToken second, bool glued) =>
        !TitleWords.Contains(first.Key)
        && !TitleWords.Contains(second.Key)
        && !IsCountryWord(first)
        && !IsAcronym(first)
        && first.Key.Length > 1
        && !(glued && second.IsCapital);

    private static bool IsCountryWord(EvidenceToken word) =>
        CountryNames.GroupOf(word.Stem) >= 0 && word.Key is not ("states" or "kingdom");

    private static bool IsAcronym(EvidenceToken word) => word.End - word.Start > 1 && word.IsCapital && word.IsUpper;

    private static bool StandTogether(EvidenceToken first, EvidenceToken second, EvidencePool pool) =>
        pool.Tokens.Any(sentence => StandTogether(first, second, sentence));

    private static bool StandTogether(EvidenceToken first, EvidenceToken second, IReadOnlyList<EvidenceToken> sentence)
    {
        for (int i = 0; i < sentence.Count; i++)
        {
            bool isFirst = sentence[i].IsLike(first);
            bool isSecond = sentence[i].IsLike(second);
            for (int j = i + 1; (isFirst || isSecond) && j < sentence.Count && j - i <= WordsBetween + 1; j++)
            {
                if (isFirst && sentence[j].IsLike(second))
                {
                    return true;
                }

                if (
                    isSecond
                    && j > i + 1
                    && sentence[j].IsLike(first)
                    && Enumerable.Range(i + 1, j - i - 1).All(k => Turning.Contains(sentence[k].Key))
                )
                {
                    return true;
                }

                isFirst &= sentence[j].IsCapital || Particles.Contains(sentence[j].Key);
            }
        }

        return false;
    }
}
