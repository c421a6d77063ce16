using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Dating;

/// <summary>
/// Full dates of German, French, Spanish, Italian, Portuguese, Korean and Japanese texts: "23. März 2024", "5 de noviembre de 2017", "2024년
/// 2월 23일 금요일", "2024. 2. 23.".
/// </summary>
internal static partial class ForeignMonths
{
    private static readonly FrozenDictionary<string, int> Numbers = Build();

    private static readonly string Names = string.Join('|', Numbers.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape));

    private static readonly Regex Named = new(
        $@"\b(?<day>\d{{1,2}})(?:\.|º|°|er)?\s(?:de\s|d['’]\s?)?(?<month>{Names})\.?,?\s(?:de\s|del\s)?(?<year>\d{{4}})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    /// <summary>All of them with their places, in order.</summary>
    public static IEnumerable<(TextSpan Span, DateOnly Day)> FindAll(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            yield break;
        }

        foreach (Match match in Named.Matches(text))
        {
            if (
                DateText.Day(Number(match, "year"), Numbers[match.Groups["month"].Value.ToLowerInvariant()], Number(match, "day")) is
                { } day
            )
            {
                yield return (DateWords.WithWeekday(text, new TextSpan(match.Index, match.Index + match.Length)), day);
            }
        }

        foreach (Match match in EastAsian().Matches(text))
        {
            if (DateText.Day(Number(match, "year"), Number(match, "month"), Number(match, "day")) is { } day)
            {
                yield return (DateWords.WithWeekday(text, new TextSpan(match.Index, match.Index + match.Length)), day);
            }
        }
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, int> Build()
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        foreach (var (number, names) in LanguageData.Map("months-abroad"))
        {
            foreach (string name in names)
            {
                numbers[name] = int.Parse(number, CultureInfo.InvariantCulture);
            }
        }

        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"(?<year>\d{4})\s?[년年]\s?(?<month>\d{1,2})\s?[월月]\s?(?<day>\d{1,2})\s?[일日]"
            + @"|\b(?<year>(?:19|20)\d\d)\.\s(?<month>\d{1,2})\.\s(?<day>\d{1,2})(?:\.|\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex EastAsian();
}
