using System.Text.RegularExpressions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Questions;

/// <summary>Makes a follow-up stand for itself: what it leaves to the earlier questions is spelled out behind its own words. Rules for English; stateless.</summary>
public static partial class FollowUpResolver
{
    /// <summary>How many earlier questions are looked at.</summary>
    public const int MaxHistory = 10;

    /// <summary>The standalone form; the question itself when it stands for itself already.</summary>
    /// <param name="text">The question of this turn.</param>
    /// <param name="history">The earlier questions, oldest first.</param>
    public static StandaloneQuestion Resolve(string text, IReadOnlyList<string> history)
    {
        string? previous = null;
        foreach (string earlier in history.TakeLast(MaxHistory).Where(q => !string.IsNullOrWhiteSpace(q)))
        {
            previous = Combine(earlier.Trim(), previous).Text;
        }

        return Combine(text, previous);
    }

    private static StandaloneQuestion Combine(string text, string? previous)
    {
        if (previous is null || !Depends(text))
        {
            return new StandaloneQuestion(text, text.Length);
        }

        if (Ellipsis().Match(text) is { Success: true } ellipsis && Replace(previous, ellipsis.Groups["x"].Value) is { } replaced)
        {
            return new StandaloneQuestion(replaced, replaced.Length);
        }

        string own = text.TrimEnd('?', ' ', '.');
        return new StandaloneQuestion($"{own} ({Topic(previous)})?", own.Length);
    }

    /// <summary>A question leans on what was said before when it points back, opens with a conjunction, or has hardly a word of its own.</summary>
    public static bool Depends(string text)
    {
        if (OpensBackwards().IsMatch(text) || PointsBack().Matches(text).Any(match => !HasOwner(match, text)))
        {
            return true;
        }

        var terms = QuestionAnalyzer.Analyze(text, text, text.Length, DateOnly.MaxValue.AddYears(-1)).Terms;
        return terms.Count <= 1 && !terms.Any(term => term.IsName);
    }

    /// <summary>"Did the council keep its promise?": a possessive whose owner stands before it in the same question.</summary>
    private static bool HasOwner(Match match, string text)
    {
        var before = text.AsSpan(0, match.Index);
        return match.Value.ToLowerInvariant() switch
        {
            "his" or "her" => InnerName().IsMatch(before) || Singular().IsMatch(before),
            "its" => Singular().IsMatch(before),
            "their" => Plural().IsMatch(before),
            _ => false,
        };
    }

    /// <summary>"What about X?" asks the previous question of X: X takes the place of the only name there, if there is just one.</summary>
    private static string? Replace(string previous, string replacement)
    {
        string[] names = [.. NamePhrase().Matches(previous).Where(m => m.Index > 0 && !StopWords.Contains(WordTokenizer.Stem(m.Value))).Select(m => m.Value).Distinct()];
        return char.IsUpper(replacement[0]) && names.Length == 1 ? previous.Replace(names[0], replacement, StringComparison.Ordinal) : null;
    }

    /// <summary>The previous question without the words that ask.</summary>
    private static string Topic(string previous) => AskingWords().Replace(previous.TrimEnd('?', ' ', '.'), "");

    [GeneratedRegex("^(?:and|but|so|also|then|or|what about|how about|what else|who else|where else|anything else|why(?=\\W*$)|how so|since when|by whom|for what|more (?:on|about))\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpensBackwards();

    [GeneratedRegex("\\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|these|those|same(?!\\s+\\w+\\s+as)|former|latter)\\b(?!\\s+(?:week|month|year|morning|is|are|was|were)\\b)|\\bthere\\b(?=\\s*[?.,]?$)|\\b(?:the|that|this|which|another|other)\\s+ones?\\b(?!\\s+of)|\\bthat\\b(?=\\s*[?.,]?$|\\s+(?:happen|take|meeting|deal|treaty|agreement|summit|event|report|decision|day|visit|statement|law|case|vote|attack|talks?)\\b)|\\b(?:was|is|did|does|were|about|of|after|before)\\s+(?:that|this|it)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointsBack();

    [GeneratedRegex("(?<!^)\\b\\p{Lu}\\w+")]
    private static partial Regex InnerName();

    [GeneratedRegex("\\b(?:the|an?)\\s+\\p{Ll}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Singular();

    [GeneratedRegex("\\b(?:the|do|did|have|are|were)\\s+\\p{Ll}{2,}s\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();

    [GeneratedRegex("^(?:and|but|so)?\\s*(?:what|how)\\s+about\\s+(?<x>[^?]{2,60}?)\\s*\\??$|^and\\s+(?<x>(?:in|on|at|by|for|from)?\\s*[^?\\s]+(?:\\s+[^?\\s]+){0,2})\\s*\\?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();

    [GeneratedRegex("\\p{Lu}[\\w.'’-]*(?:\\s+\\p{Lu}[\\w.'’-]*)*")]
    private static partial Regex NamePhrase();

    [GeneratedRegex("^(?:and\\s+|but\\s+|so\\s+)?(?:who|whom|whose|what|which|when|where|why|how(?:\\s+(?:many|much|long|often))?)\\s+(?:(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should)\\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AskingWords();
}
