using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>
/// Reads proper names: words with a capital, with capitals inside ("iPhone") or with digits ("G20"). A word that opens a sentence is kept
/// with a mark, unless it is one that opens sentences commonly. Rules for English; stateless.
/// </summary>
internal static partial class NameReader
{
    /// <summary>The names of the text in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="taken">Spans that were read as dates or numbers: no names.</param>
    public static IReadOnlyList<StatedName> Read(string text, IReadOnlyList<TextSpan> taken)
    {
        List<StatedName> names = [];
        List<NameWord> run = [];
        int start = 0;
        int end = -1;
        foreach (Match match in Pattern.Matches(text))
        {
            bool opens = Opening().IsMatch(text.AsSpan(0, match.Index));
            if (
                taken.Any(span => match.Index < span.End && span.Start < match.Index + match.Length)
                || (opens && SentenceOpeners.Open(match.Value))
                || IsPronoun(match.Value)
            )
            {
                Close();
                continue;
            }

            if (run.Count > 0 && (opens || match.Index != end + 1 || text[end] != ' '))
            {
                Close();
            }

            start = run.Count == 0 ? match.Index : start;
            end = match.Index + match.Length;
            string word = Possessive().Replace(match.Value, "");
            run.Add(new NameWord(word, opens));
            if (word.Length < match.Length)
            {
                Close();
            }
        }

        Close();
        return names;

        void Close()
        {
            if (run.Count > 0)
            {
                names.Add(new StatedName([.. run], start, end));
                run.Clear();
            }
        }
    }

    private static bool IsPronoun(string word) => word is "I" or "I’m" or "I'm" or "I’ve" or "I've" or "I’d" or "I'd" or "I’ll" or "I'll";

    private static readonly TieredRegex Pattern = LanguagePattern.Tiered("names/name", RegexOptions.CultureInvariant);

    [GeneratedRegex("['’]s?$", RegexOptions.None, 10_000)]
    private static partial Regex Possessive();

    // A stop ends a sentence only behind a word or a quote, not behind an initial or a title of two letters ("J. Edgar", "Dr. No").
    [GeneratedRegex("(?:(?:[?!:]|[\\p{Ll}\\d)”\"’']{3}\\.)['\"”’)]*\\s+|^\\s*)['\"“‘(\\[]*$|[.?!,:]\\s+[\"“‘]$", RegexOptions.None, 10_000)]
    private static partial Regex Opening();
}
