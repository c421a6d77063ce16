using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>The parts of a request: what its patterns name.</summary>
internal sealed class RequestWords(Match match, string? carried)
{
    private static readonly Regex Generic = LanguageData.Pattern("request-generic-topics");
    private static readonly Regex Asking = LanguageData.Pattern("request-no-topics");
    private static readonly Regex PointsBack = new(
        "^(?:it|this|that|them|these|those|him|her|they|he|she|the same)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    );

    /// <summary>Is the form named?</summary>
    public bool Has(string group) => match.Groups[group].Success;

    /// <summary>The words of a part, without quotation marks and leading articles; null when it is not there.</summary>
    public string? Find(string group)
    {
        if (!Has(group))
        {
            return null;
        }

        string words = match.Groups[group].Value.Trim(' ', '"', '“', '”', '\'', '.', ',', ':', ';', '!');
        foreach (string article in (string[])["the ", "a ", "an ", "our ", "your "])
        {
            words = words.StartsWith(article, StringComparison.OrdinalIgnoreCase) ? words[article.Length..] : words;
        }

        return PointsBack.IsMatch(words) ? carried
            : words.Length == 0 ? null
            : words;
    }

    /// <summary>The words of a part as they were typed; empty when it is not there.</summary>
    public string Raw(string group) => match.Groups[group].Value;

    /// <summary>The topic; null when there is none or it means everything.</summary>
    public string? Topic => Find("topic") is { } topic && !Generic.IsMatch(topic) ? topic : null;

    /// <summary>Does a part hold words that ask, so that the whole is a question?</summary>
    public bool Asks(string group) => Has(group) && Asking.IsMatch(match.Groups[group].Value);

    /// <summary>Does it point back at something that is not known?</summary>
    public bool IsOpen(string group) => Has(group) && Find(group) is null;
}
