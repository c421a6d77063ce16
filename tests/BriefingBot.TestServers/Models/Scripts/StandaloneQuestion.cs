using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>Puts what an earlier question was about into a question that does not say it.</summary>
internal static partial class StandaloneQuestion
{
    public static string Write(ModelPrompt prompt)
    {
        string question = Blanks.Replace(prompt.Question, " ").Trim();
        string topic = Topic(prompt.Earlier[^1], question);
        if (topic.Length == 0 && prompt.Earlier.Count > 1)
        {
            topic = Topic(prompt.Earlier[^2], question);
        }

        if (topic.Length == 0 || (Names.IsMatch(AfterFirstWord(question)) && !Pronoun.IsMatch(question) && !Ellipsis.IsMatch(question)))
        {
            return question;
        }

        string stem = question.TrimEnd('?', '.', '!', ' ');
        if (Pronoun.Match(stem) is { Success: true } pronoun && IsPerson(pronoun.Value))
        {
            string name = LastName(prompt.Earlier[^1]) + (IsPossessive(pronoun.Value) ? "'s" : "");
            stem = stem[..pronoun.Index] + name + stem[(pronoun.Index + pronoun.Length)..];
        }

        return $"{stem}, on {topic}?";
    }

    // The words of the earlier question that carry its sense and that the new one lacks, as they were written.
    private static string Topic(string earlier, string question)
    {
        HashSet<string> known = [.. PlainWords.Of(question)];
        string[] words = earlier.Split([' ', '?', '!', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => PlainWords.Of(word) is [{ } plain, ..] && !known.Contains(plain)).Take(10));
    }

    private static string AfterFirstWord(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? text[blank..] : "";

    private static string LastName(string earlier) => Names.Matches(AfterFirstWord(earlier)) is [.., { } last] ? last.Value.Trim() : "they";

    private static bool IsPerson(string pronoun) => pronoun.ToLowerInvariant() is "he" or "she" or "him" or "his" or "her";

    private static bool IsPossessive(string pronoun) => pronoun.ToLowerInvariant() is "his";

    [GeneratedRegex(
        @"\b(?:he|she|him|his|her|they|them|their|it|its|that|this|there|those|these)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pronoun { get; }

    [GeneratedRegex(@"^(?:and|but|so|what about|how about|why|when|where|who)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis { get; }

    [GeneratedRegex(@"\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Names { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks { get; }
}
