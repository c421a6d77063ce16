using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Questions;

/// <summary>
/// Makes a follow-up stand for itself: what it leaves to the earlier questions is spelled out behind its own words. Rules for English;
/// stateless.
/// </summary>
public static partial class FollowUpResolver
{
    /// <summary>How many earlier questions are looked at.</summary>
    public const int MaxHistory = 10;

    /// <summary>The standalone form; the question itself when it stands for itself already.</summary>
    /// <param name="text">The question of this turn.</param>
    /// <param name="history">The earlier questions, oldest first.</param>
    /// <param name="answer">What was answered to the last of them, if known: whom "she" means stands there when no question names
    /// her.</param>
    public static StandaloneQuestion Resolve(string text, IReadOnlyList<string> history, string? answer = null)
    {
        string? previous = null;
        foreach (string earlier in history.TakeLast(MaxHistory).Where(q => !string.IsNullOrWhiteSpace(q)))
        {
            previous = Combine(earlier.Trim(), previous, null).Text;
        }

        return Combine(text, previous, answer);
    }

    private static StandaloneQuestion Combine(string text, string? previous, string? answer)
    {
        if (previous is null || !Depends(text))
        {
            return new StandaloneQuestion(text, text.Length);
        }

        if (Ellipsis.Match(text) is { Success: true } ellipsis && Replace(previous, ellipsis.Groups["x"].Value) is { } replaced)
        {
            return new StandaloneQuestion(replaced, replaced.Length);
        }

        string own = Conjunction().Replace(text.TrimEnd('?', ' ', '.'), "");
        own = own.Length > 0 ? char.ToUpperInvariant(own[0]) + own[1..] : text;
        if (PersonPronoun.IsIn(own) && ReferentFinder.FindPerson(previous, answer) is { } person)
        {
            string spelled = PersonPronoun.Replace(own, person);
            string matter =
                About().Match(previous) is { Success: true } about ? $" {about.Groups["matter"].Value}"
                : previous.Contains(person, StringComparison.Ordinal) ? $", after “{previous.TrimEnd('?', ' ', '.')}”"
                : "";
            return new StandaloneQuestion($"{spelled}{matter}?", spelled.Length);
        }

        return HappenedWhere().Match(previous) is { Success: true } where && !PointsBack.IsMatch(own)
            ? new StandaloneQuestion($"{own} {where.Groups["where"].Value}?", own.Length)
            : new StandaloneQuestion($"{own}, about {Topic(previous)}?", own.Length);
    }

    /// <summary>
    /// A question leans on what was said before when it points back, opens with a conjunction, or has hardly a word of its own.
    /// </summary>
    public static bool Depends(string text)
    {
        if (OpensBackwards().IsMatch(text) || PointsBack.Matches(text).Any(match => !HasOwner(match, text)))
        {
            return true;
        }

        var question = QuestionAnalyzer.Analyze(text, text, text.Length, DateOnly.MaxValue.AddYears(-1));
        return question.Kind is not (AnswerKind.Articles or AnswerKind.Author or AnswerKind.Publication)
            && !question.Terms.Any(term => term.IsName)
            && (question.Terms.Count <= 1 || (question.Terms.Count == 2 && BareCount().IsMatch(text)));
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
        string[] names =
        [
            .. NamePhrase()
                .Matches(previous)
                .Where(m => m.Index > 0 && !StopWords.Contains(WordTokenizer.Stem(m.Value)))
                .Select(m => m.Value)
                .Distinct(),
        ];
        return char.IsUpper(replacement[0]) && names.Length == 1 ? previous.Replace(names[0], replacement, StringComparison.Ordinal) : null;
    }

    /// <summary>
    /// The previous question as a matter to speak of: without the words that ask, the helping verb where a statement has it.
    /// </summary>
    private static string Topic(string previous)
    {
        string statement = previous.TrimEnd('?', ' ', '.');
        return Inverted.Match(statement) is { Success: true } inverted
            ? inverted.Result("${asked}${subject} ${aux} ${rest}").Trim()
            : AskingWords.Replace(statement, "");
    }

    [GeneratedRegex(
        "^(?:and|but|so|also|then|or|what about|how about|what else|who else|where else|anything else|why(?=\\W*$)|how "
            + "so|since when|by whom|for what|more (?:on|about))\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex OpensBackwards();

    private static readonly Regex PointsBack = LanguagePattern.Interpreted(
        "question-phrases/points-back",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex("^(?:and|but|so|then)\\s+(?=\\w+\\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Conjunction();

    /// <summary>"How many people were killed?": whoever asks so has just spoken of an event.</summary>
    [GeneratedRegex(
        "^(?:and\\s+)?how\\s+many\\s+(?:people\\s+|others?\\s+|more\\s+)?(?:were|was|are|have|had|did|died|got)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex BareCount();

    [GeneratedRegex(
        "\\bhappen(?:ed|s|ing)?\\s+(?<where>(?:at|in|on|near|to|during|with|after)\\s+[^?]{3,120}?)\\s*\\??$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex HappenedWhere();

    [GeneratedRegex(
        "\\b(?<matter>(?:about|on|regarding)\\s+(?:the|an?)\\s+[^?]{3,80}?)\\s*\\??$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex About();

    /// <summary>"What measures is Seoul planning": the helping verb stands before its subject.</summary>
    private static readonly Regex Inverted = LanguagePattern.Interpreted(
        "question-phrases/inverted",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex("(?<!^)\\b\\p{Lu}\\w+", RegexOptions.None, 10_000)]
    private static partial Regex InnerName();

    [GeneratedRegex("\\b(?:the|an?)\\s+\\p{Ll}{3,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Singular();

    [GeneratedRegex("\\b(?:the|do|did|have|are|were)\\s+\\p{Ll}{2,}s\\b", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Plural();

    private static readonly Regex Ellipsis = LanguagePattern.Interpreted(
        "question-phrases/ellipsis",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex("\\p{Lu}[\\w.'’-]*(?:\\s+\\p{Lu}[\\w.'’-]*)*", RegexOptions.None, 10_000)]
    private static partial Regex NamePhrase();

    private static readonly Regex AskingWords = LanguagePattern.Interpreted(
        "question-phrases/asking-words",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );
}
