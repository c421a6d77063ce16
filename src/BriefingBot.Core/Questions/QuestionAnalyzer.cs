using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions.Periods;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Questions;

/// <summary>
/// Reads a question: its meaningful words, names, the period it asks for and the kind of thing that would answer it. Rules for English;
/// stateless.
/// </summary>
public static partial class QuestionAnalyzer
{
    /// <summary>Reads a question.</summary>
    /// <param name="text">The words of this turn.</param>
    /// <param name="standalone">The words that stand for themselves; starts with those of this turn, what follows was carried over from
    /// earlier ones.</param>
    /// <param name="ownLength">How many UTF-16 units of <paramref name="standalone"/> are of this turn.</param>
    /// <param name="asOf">The day that relative periods count from.</param>
    public static Question Analyze(string text, string standalone, int ownLength, DateOnly asOf)
    {
        var time = TimeExpressionParser.Parse(standalone, asOf);
        var kind = AnswerKindReader.Of(standalone[..ownLength]) is var own and not AnswerKind.Statement
            ? own
            : AnswerKindReader.Of(standalone);
        var terms = FindTerms(standalone, ownLength, time);
        bool hasTopic = terms.Any(term => !IsGeneric(term.Stem));
        if (hasTopic)
        {
            terms.RemoveAll(term => !term.IsName && (IsGeneric(term.Stem) || IsOfAsking(kind, term.Stem, standalone)));
        }

        return new Question(text, standalone, asOf, LimitingWindow(time, hasTopic, asOf))
        {
            Terms = terms,
            Kind = kind,
            Speaker = FindSpeaker(standalone, terms),
            SpeakerNoun = FindSpeakerNoun(standalone),
            HasTopic = hasTopic,
            IsWindowRelative = time is { IsRelative: true },
            HintedWindow = time is { IsLoose: true } && hasTopic ? time.Window : null,
            PrefersRecent = Newest().IsMatch(standalone),
            Period = time is not null && time.Window.From <= asOf ? time.Window : null,
            PeriodWords = time is null ? null : standalone.Substring(time.Start, time.Length),
            Asked = AskedThingReader.Read(standalone[..ownLength]) ?? AskedThingReader.Read(standalone),
        };
    }

    /// <summary>
    /// A period that has not begun says what a report is about, not when it appeared; and news of a day is printed up to two days later.
    /// </summary>
    private static TimeWindow? LimitingWindow(TimeExpression? time, bool hasTopic, DateOnly asOf)
    {
        if (time is null || (time.IsLoose && hasTopic) || time.Window.From > asOf)
        {
            return null;
        }

        return time.Window.From == time.Window.To && !time.IsLoose ? time.Window with { To = time.Window.To.AddDays(2) } : time.Window;
    }

    private static List<QuestionTerm> FindTerms(string text, int ownLength, TimeExpression? time)
    {
        var tokens = WordTokenizer.Tokenize(text);
        var numbers = NumberForms.Find(text);
        bool shouts = tokens.Count(t => char.IsUpper(text[t.Start])) > Math.Max(3, tokens.Count * 2 / 3);
        List<QuestionTerm> terms = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        int closing = AskingVerb.Match(text, 0, ownLength) is { Success: true } match ? match.Groups[1].Index : -1;
        foreach (var token in tokens)
        {
            if (token.Start == closing)
            {
                continue;
            }

            bool ofPeriod = time is not null && token.Start >= time.Start && token.End <= time.Start + time.Length;
            if (!ofPeriod && numbers.FirstOrDefault(n => token.Start >= n.Start && token.End <= n.End) is { Forms: not null } number)
            {
                if (token.Start == number.Start && seen.Add(number.Forms[0]))
                {
                    terms.Add(OfNumber(text[number.Start..number.End], number.Forms, token.Start >= ownLength));
                }

                continue;
            }

            string surface = text.Substring(token.Start, token.Length);
            bool capital = char.IsUpper(surface[0]) || surface.Any(char.IsAsciiDigit);
            bool acronym = surface.Length > 1 && surface.All(char.IsUpper);
            if (
                ofPeriod
                || ((StopWords.Contains(token.Stem) || AskingWords.Contains(token.Stem)) && !(acronym && !shouts))
                || !seen.Add(token.Stem)
            )
            {
                continue;
            }

            bool opensSentence = token.Start == 0 || OpensSentence().IsMatch(text.AsSpan(0, token.Start));
            bool name =
                capital
                && !shouts
                && (acronym || !opensSentence || CountryNames.GroupOf(token.Stem) >= 0 || FollowedByCapital(text, token));
            terms.Add(
                new QuestionTerm(token.Stem, surface, name, token.Start >= ownLength)
                {
                    Forms = name ? [] : Synonyms.Of(token.Stem),
                    IsPlace = CountryNames.IsStandIn(token.Stem) && OfPlace().IsMatch(text.AsSpan(0, token.Start)),
                }
            );
        }

        return terms;
    }

    /// <summary>A number is one term, however many words it has, and stands in a text in any of its forms.</summary>
    private static QuestionTerm OfNumber(string written, IReadOnlyList<string> forms, bool isCarried)
    {
        string[][] stems =
        [
            .. forms
                .Select(form => WordTokenizer.Tokenize(form).Select(word => word.Stem).ToArray())
                .Where(form => form.Length > 0)
                .DistinctBy(form => string.Join(' ', form), StringComparer.Ordinal),
        ];
        bool digits = written.Any(char.IsAsciiDigit);
        return new QuestionTerm(string.Join(' ', stems[0]), written, digits, isCarried) { Forms = stems, IsNumber = true };
    }

    private static IReadOnlyList<string> FindSpeaker(string text, List<QuestionTerm> terms)
    {
        if (AnswerKindReader.AskSaying.Match(text) is not { Success: true } match)
        {
            return [];
        }

        // "the treaty between Russia and North Korea" speaks as a treaty.
        string who = Preposition().Split(match.Groups["who"].Value)[0].Trim();
        string[] words =
        [
            .. WordTokenizer
                .Tokenize(who)
                .Select(token => who.Substring(token.Start, token.Length))
                .Where(word => !StopWords.Contains(WordTokenizer.Stem(word)) || word.All(char.IsUpper)),
        ];
        string[] behindTitle = [.. words.Reverse().TakeWhile(word => !TitleWords.Contains(word)).Reverse()];
        string[] named = [.. (behindTitle.Length > 0 ? behindTitle : words).Where(word => char.IsUpper(word[0]))];
        string[] speaker = named.Length > 0 ? named : words[^Math.Min(1, words.Length)..];
        return [.. speaker.Select(WordTokenizer.Stem).Where(stem => terms.Any(term => term.Stem == stem)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>"China's foreign ministry" speaks as a ministry, "NATO leaders" as leaders: the noun behind the names.</summary>
    private static string? FindSpeakerNoun(string text)
    {
        if (AnswerKindReader.AskSaying.Match(text) is not { Success: true } match)
        {
            return null;
        }

        string[] words = Preposition().Split(match.Groups["who"].Value)[0].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.Any(word => char.IsUpper(word[0])) && char.IsLower(words[^1][0])
            ? WordTokenizer.Stem(words[^1])
            : null;
    }

    private static bool FollowedByCapital(string text, WordToken token) =>
        token.End + 1 < text.Length && (text[token.End] is '\'' or '’' || (text[token.End] == ' ' && char.IsUpper(text[token.End + 1])));

    /// <summary>
    /// "Which articles mention", "who wrote the report", "what does ... stand for": words that no report that answers has.
    /// </summary>
    private static bool IsOfAsking(AnswerKind kind, string stem, string text) =>
        kind switch
        {
            AnswerKind.Articles or AnswerKind.Author or AnswerKind.Publication => ReportWords.Contains(stem),
            AnswerKind.Definition => stem is "stand" or "mean" && AnswerKindReader.AskDefinition.IsMatch(text),
            _ => false,
        };

    /// <summary>Words that ask for news without saying about what.</summary>
    private static bool IsGeneric(string stem) => GenericStems.Contains(stem);

    private static readonly HashSet<string> ReportWords = [.. LanguageData.Lines("report-words").Select(WordTokenizer.Stem)];

    private static readonly HashSet<string> AskingWords = [.. LanguageData.Lines("question-words").Select(WordTokenizer.Stem)];

    private static readonly HashSet<string> GenericStems = new(
        LanguageData.Lines("generic-words").Select(WordTokenizer.Stem),
        StringComparer.Ordinal
    );

    // "What measures is Seoul planning?": reports say what it will do. The verb says no more than that it has not happened yet.
    private static readonly Regex AskingVerb = LanguagePattern.Interpreted(
        "question-kinds/verb-of-plans",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    );

    [GeneratedRegex("\\b(?:in|at|near|to|from)\\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OfPlace();

    [GeneratedRegex("[.?!:;]\\s+[\"“‘'(]?$|^[\\s\"“‘'(]*$", RegexOptions.None, 10_000)]
    private static partial Regex OpensSentence();

    [GeneratedRegex(
        "\\b(?:latest|newest|most recent|recent(?:ly)?|lately|breaking|these days|just|what(?:['’]s|\\s+is)\\s+new|any\\s+news)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Newest();

    [GeneratedRegex("\\s(?:between|of|from|in|at|on|for|with|by)\\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Preposition();
}
