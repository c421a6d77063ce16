using System.Text.RegularExpressions;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Conversations.Claims;

/// <summary>
/// Reads what a message claims: its sentences that state something, of a long one those that say the most that can be looked up. Stateless.
/// </summary>
public static partial class ClaimReader
{
    /// <summary>How many claims of a message are checked at most.</summary>
    public const int Most = 5;

    private const int LongestClaim = 500;
    private const int MaxRead = 20_000;
    private const int FewestTerms = 2;

    /// <summary>The claims in their order, and how many more there are.</summary>
    public static (IReadOnlyList<string> Claims, int LeftOut) Read(string message)
    {
        string text = Clean(message);
        var claims = SentenceSplitter
            .Split(text)
            .Select(span => Shorten(span.Of(text)))
            .Where(static sentence => !sentence.EndsWith('?'))
            .Select(static (sentence, i) => (Index: i, Text: sentence, Score: Score(sentence)))
            .Where(static sentence => sentence.Score >= FewestTerms)
            .DistinctBy(static sentence => sentence.Text, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return (
            [
                .. claims
                    .OrderByDescending(static claim => claim.Score)
                    .ThenBy(static claim => claim.Index)
                    .Take(Most)
                    .OrderBy(static claim => claim.Index)
                    .Select(static claim => claim.Text),
            ],
            Math.Max(0, claims.Count - Most)
        );
    }

    /// <summary>The words of a message without addresses, on one line, as many as are read.</summary>
    public static string Clean(string message) =>
        Blanks().Replace(WebAddress().Replace(message.Length > MaxRead ? message[..MaxRead] : message, " "), " ").Trim();

    /// <summary>At most 500 characters, cut at a blank.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= LongestClaim)
        {
            return text;
        }

        int blank = text.LastIndexOf(' ', LongestClaim);
        return text[..(blank > 0 ? blank : LongestClaim - (char.IsLowSurrogate(text[LongestClaim]) ? 1 : 0))];
    }

    /// <summary>How much could be looked up: names and numbers before other words.</summary>
    private static int Score(string sentence) =>
        QuestionAnalyzer
            .Analyze(sentence, sentence, sentence.Length, DateOnly.MaxValue.AddYears(-1))
            .Terms.Sum(static term => term.IsName ? 2 : 1);

    [GeneratedRegex("https?://\\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WebAddress();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
