using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Questions;

/// <summary>
/// Finds whom a pronoun means: the person of the question before, otherwise the one in its answer that stands nearest to what was asked.
/// Rules for English; stateless.
/// </summary>
internal static class ReferentFinder
{
    /// <summary>The person's name as written, or null.</summary>
    /// <param name="question">The question before.</param>
    /// <param name="answer">What was answered to it, if known.</param>
    public static string? FindPerson(string question, string? answer)
    {
        string[] asked =
        [
            .. Person.Matches(question).Select(match => match.Groups["name"].Value).Where(IsPerson).Distinct(StringComparer.Ordinal),
        ];
        if (asked.Length > 0)
        {
            return asked[0];
        }

        if (string.IsNullOrEmpty(answer))
        {
            return null;
        }

        HashSet<string> stems = [.. WordTokenizer.Tokenize(question).Select(word => word.Stem).Where(stem => !StopWords.Contains(stem))];
        int[] places = [.. WordTokenizer.Tokenize(answer).Where(word => stems.Contains(word.Stem)).Select(word => word.Start)];
        return Person
            .Matches(answer)
            .Select(match => match.Groups["name"])
            .Where(name => IsPerson(name.Value))
            .OrderBy(name => places.Length == 0 ? name.Index : places.Min(place => Math.Abs(name.Index - place)))
            .FirstOrDefault()
            ?.Value;
    }

    private static bool IsPerson(string name)
    {
        string[] words = name.Split(' ');
        return words.All(word => CountryNames.GroupOf(WordTokenizer.Stem(word)) < 0) && !NoPerson.IsMatch(name);
    }

    /// <summary>Two or three names in a row, titles before them left out.</summary>
    private static readonly Regex Person = LanguagePattern.Interpreted("question-phrases/person", RegexOptions.None);

    private static readonly Regex NoPerson = LanguagePattern.Interpreted("question-phrases/no-person", RegexOptions.None);
}
