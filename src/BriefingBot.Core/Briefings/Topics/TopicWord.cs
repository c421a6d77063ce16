using System.Text.RegularExpressions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefings.Topics;

/// <summary>
/// A word of a topic, and how it is recognized in a text: by its stem, by its capitals, or letter by letter ("US", "U.S.").
/// </summary>
internal sealed class TopicWord
{
    private const int LongestAcronym = 5;

    // Letters that stand alone in any text ("it's", "a", "I") find too much.
    private const string CommonLetters = "sait";

    private readonly Regex? _acronym;

    private TopicWord(string typed, IReadOnlySet<string> stems, Regex? acronym)
    {
        Typed = typed;
        Stems = stems;
        _acronym = acronym;
    }

    /// <summary>The word as it was typed.</summary>
    public string Typed { get; }

    /// <summary>The stems that a search for it looks up.</summary>
    public IReadOnlySet<string> Stems { get; }

    /// <summary>Is it read letter by letter?</summary>
    public bool IsAcronym => _acronym is not null;

    /// <summary>Was it typed as a name is written: a capital, then small letters?</summary>
    public bool IsCapitalized => !IsAcronym && char.IsUpper(Typed[0]);

    /// <summary>Reads the words of a topic: small words count for nothing, but one alone is an acronym ("us" is US).</summary>
    public static IReadOnlyList<TopicWord> Read(string topic)
    {
        var tokens = WordTokenizer.Tokenize(topic).Select(token => topic.Substring(token.Start, token.Length)).ToList();
        var words = tokens.Where(token => IsCapitals(token) || !StopWords.Contains(WordTokenizer.Stem(token))).ToList();
        return words.Count > 0 ? [.. words.Select(word => Make(word, IsCapitals(word)))]
            : tokens is [{ Length: > 1 and <= LongestAcronym } only] ? [Make(only.ToUpperInvariant(), isAcronym: true)]
            : [];
    }

    /// <summary>How often it stands in a text, and how often of these in small letters.</summary>
    public (int All, int Small) Count(string text, IReadOnlyList<WordToken> tokens)
    {
        if (_acronym is not null)
        {
            // A line in capitals only tells nothing.
            return IsShouted(text) ? (0, 0) : (_acronym.Count(text), 0);
        }

        int all = 0;
        int small = 0;
        foreach (var token in tokens)
        {
            if (Stems.Contains(token.Stem))
            {
                all++;
                small += char.IsLower(text[token.Start]) ? 1 : 0;
            }
        }

        return (all, small);
    }

    private static TopicWord Make(string word, bool isAcronym)
    {
        string small = word.ToLowerInvariant();
        var stems = SpellingVariants.Of(small).Select(WordTokenizer.Stem).Where(stem => stem.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (!isAcronym)
        {
            return new TopicWord(word, stems, null);
        }

        // "U.S." is two words to the index.
        stems.UnionWith(word.Length == 2 ? [word.ToLowerInvariant().OrderBy(CommonLetters.IndexOf).First().ToString()] : []);
        string letters = string.Join(@"\.?", word.Select(letter => Regex.Escape(letter.ToString())));
        return new TopicWord(
            word,
            stems,
            new Regex($@"(?:^|[^\w.-]){letters}(?:\.|(?:$|[^\w-]))", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
        );
    }

    private static bool IsCapitals(string word) => word.Length is > 1 and <= LongestAcronym && word.All(char.IsUpper);

    private static bool IsShouted(string text)
    {
        int letters = 0;
        int capitals = 0;
        foreach (char c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 12 && capitals * 10 > letters * 9;
    }
}
