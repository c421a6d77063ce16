using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Questions.Periods;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>A message as requests are read from it: without courtesies, the period taken out.</summary>
/// <param name="Whole">The words without courtesies.</param>
/// <param name="Words">The same without the period.</param>
/// <param name="Period">The period, or null.</param>
/// <param name="Carried">What earlier turns contribute, or null.</param>
internal sealed partial record RequestText(string Whole, string Words, TimeWindow? Period, string? Carried)
{
    private const int MostUnits = 300;
    private const int MostCourtesies = 5;

    private static readonly Regex Courtesies = LanguageData.Pattern("request-courtesies");

    /// <summary>Short enough to be a request.</summary>
    public bool IsShort => Whole.Length <= MostUnits;

    /// <summary>Reads a question's text.</summary>
    public static RequestText Read(Question question)
    {
        var carried = CarriedOver().Match(question.Standalone);
        string text = question.Standalone != question.Text && !carried.Success ? question.Standalone : question.Text;
        if (text.Length > MostUnits)
        {
            return new RequestText(text, text, null, null);
        }

        string whole = WithoutCourtesies(text.Replace('’', '\''));
        var time = TimeExpressionParser.Parse(whole, question.AsOf);
        bool limits = time is not null && time.Window.From <= question.AsOf && !InName().IsMatch(whole.AsSpan(0, time.Start + time.Length));
        return new RequestText(
            whole,
            limits ? Without(whole, time!) : whole,
            limits ? time!.Window : null,
            question.Standalone != question.Text && carried.Success ? carried.Groups[1].Value : null
        );
    }

    private static string WithoutCourtesies(string text)
    {
        string words = text;
        for (int i = 0; i < MostCourtesies; i++)
        {
            string shorter = Courtesies.Replace(words.TrimEnd('?', '.', '!', ' ').Trim(), "").Trim();
            if (shorter == words)
            {
                break;
            }

            words = shorter.Length == 0 ? words.TrimEnd('?', '.', '!', ' ') : shorter;
        }

        return words;
    }

    private static string Without(string text, TimeExpression time)
    {
        string before = Preposition().Replace(text[..time.Start], "").TrimEnd(' ', ',');
        string after = text[(time.Start + time.Length)..].TrimStart(' ', ',');
        return $"{before} {after}".Trim();
    }

    [GeneratedRegex(
        @"\b(?:in|on|from|of|during|since|for|by|at|dated|over|within|between)\s+(?:the\s+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Preposition();

    /// <summary>"USA Today" is a paper, "the January 6" of "the January 6 committee" a name.</summary>
    [GeneratedRegex(@"\p{Lu}\w* Today$|\bthe (?:\p{Lu}\p{L}+) \d{1,2}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InName();

    [GeneratedRegex(@"\(([^()]+)\)\??$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedOver();
}
