using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Prompts;

/// <summary>The words of a text that carry its sense, in lower case and without their commonest endings.</summary>
internal static partial class PlainWords
{
    private static readonly HashSet<string> Stop = new(
        """
        a about after all also an and any are as at be been before being but by can could did do does doing during for from had has have he her him his how i if in into
        is it its just may me more most my no nor not of off on one only or other our out over own said same say says she should so some such tell than that the their them
        then there these they this those through to too under up us was we were what when where which while who whom whose why will with would you your coverage article
        articles news report reports reported
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

    public static IReadOnlyList<string> Of(string text) =>
        [
            .. Words
                .Matches(text.ToLowerInvariant())
                .Select(static match => match.Value)
                .Where(static word => !Stop.Contains(word))
                .Select(Stem),
        ];

    /// <summary>Takes common English endings off, so that forms of one word are alike.</summary>
    public static string Stem(string word)
    {
        foreach (
            string ending in (string[])["'s", "’s", "ments", "ment", "ings", "ing", "ions", "ion", "ied", "ies", "ed", "es", "s", "y", "e"]
        )
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*(?:[-'’.](?=\p{L})[\p{L}\p{M}]+)*|\d+(?:[.,]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Words { get; }
}
