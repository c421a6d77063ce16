using System.Text.RegularExpressions;

namespace BriefingBot.Core.Answering;

/// <summary>Lists what a sentence states as fact and a citation must bear out: numbers, proper names, quoted spans, links. Rules for English; stateless.</summary>
public static partial class FactExtractor
{
    /// <summary>Numbers as digits, thousands separators removed ("8,000" is 8000; "2.5" stays).</summary>
    public static IEnumerable<string> Numbers(string text) =>
        Number().Matches(text).Select(match => match.Value.Replace(",", "", StringComparison.Ordinal));

    /// <summary>Words written with a capital inside a sentence; at its start only when they are no common opener.</summary>
    public static IEnumerable<string> Names(string text)
    {
        foreach (Match match in Capitalized().Matches(text))
        {
            bool opens = OpensSentence().IsMatch(text.AsSpan(0, match.Index));
            if (!opens || match.Value.Skip(1).Any(char.IsUpper))
            {
                yield return Possessive().Replace(match.Value, "");
            }
        }
    }

    /// <summary>The capitalised words that open a sentence: names or not, the capital does not tell.</summary>
    public static IEnumerable<string> Openers(string text) =>
        Capitalized().Matches(text).Where(match => OpensSentence().IsMatch(text.AsSpan(0, match.Index))).Select(match => Possessive().Replace(match.Value, ""));

    /// <summary>The spans between double quotation marks, straight or typographic, of at least two characters.</summary>
    public static IEnumerable<string> Quotes(string text) => Quoted().Matches(text).Select(match => match.Groups["q"].Value);

    /// <summary>Web addresses.</summary>
    public static IEnumerable<string> Links(string text) => Link().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ')', ']', ';'));

    [GeneratedRegex("(?<![\\w.,])\\d+(?:,\\d{3})*(?:\\.\\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("(?<!\\w)\\p{Lu}[\\w’'.-]*\\w(?!\\w)|(?<!\\w)\\p{Lu}{2,}(?!\\w)")]
    private static partial Regex Capitalized();

    [GeneratedRegex("['’]s?$")]
    private static partial Regex Possessive();

    [GeneratedRegex("(?:[.?!:]['\"”’)]*\\s+|^\\s*)['\"“‘(\\[]*$")]
    private static partial Regex OpensSentence();

    [GeneratedRegex("[\"“](?<q>[^\"“”]{2,})[\"”]")]
    private static partial Regex Quoted();

    [GeneratedRegex("\\b(?:https?://|www\\.)\\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
