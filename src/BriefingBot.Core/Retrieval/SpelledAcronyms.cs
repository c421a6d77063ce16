using System.Text.RegularExpressions;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Knows an acronym of a question where the coverage spells it out: words with capitals whose first letters it is. Stateless.
/// </summary>
internal static partial class SpelledAcronyms
{
    /// <summary>The terms; an acronym has its words as another form.</summary>
    public static IReadOnlyList<QuestionTerm> Add(IReadOnlyList<QuestionTerm> terms, IReadOnlyList<StoredPassage> passages)
    {
        if (!terms.Any(IsAcronym))
        {
            return terms;
        }

        string[][] names =
        [
            .. passages
                .SelectMany(passage => Name().Matches(passage.Text))
                .Select(match => match.Value)
                .Distinct(StringComparer.Ordinal)
                .Select(name => name.Split((char[])[' ', '\n', '-'], StringSplitOptions.RemoveEmptyEntries)),
        ];
        return
        [
            .. terms.Select(term =>
                IsAcronym(term) && names.Select(name => Spelled(name, term.Surface)).FirstOrDefault(name => name is not null) is { } words
                    ? term with
                    {
                        Forms = [.. term.Forms, [.. words.SelectMany(word => WordTokenizer.Tokenize(word)).Select(word => word.Stem)]],
                    }
                    : term
            ),
        ];
    }

    private static bool IsAcronym(QuestionTerm term) =>
        term.IsName && !term.IsNumber && term.Surface.Length is >= 3 and <= 7 && term.Surface.All(char.IsAsciiLetterUpper);

    /// <summary>
    /// The first letters of the words with capitals; a word that is an acronym itself gives all of its own ("UN Security Council").
    /// </summary>
    private static string[]? Spelled(string[] words, string acronym)
    {
        // A name at the head of a sentence may have an article before it.
        for (int start = 0; start < words.Length - 1; start++)
        {
            string[] name = words[start..];
            if (char.IsUpper(name[0][0]) && string.Concat(name.Where(word => char.IsUpper(word[0])).Select(Letters)) == acronym)
            {
                return name;
            }
        }

        return null;
    }

    private static string Letters(string word) => word.Length <= 4 && word.All(char.IsAsciiLetterUpper) ? word : word[..1];

    [GeneratedRegex(
        "\\p{Lu}[\\p{L}]+(?:[ \\n-](?:(?:of|and|the|for|on|in)[ \\n])*\\p{Lu}[\\p{L}]+){1,7}",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Name();
}
