using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Other numbers, in digits or in words.</summary>
internal static partial class NumberFalsifier
{
    private static readonly string[] Words =
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fifteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
    ];

    public static string? Apply(string claim, CitedEvidence evidence, Random dice)
    {
        foreach (Match match in SpanReplacement.UnquotedFirst(claim, Numbers.Matches(claim).Where(match => !IsDate(claim, match))))
        {
            if (Other(match.Value, evidence, dice) is { } other)
            {
                return SpanReplacement.Replace(claim, match, other);
            }
        }

        return null;
    }

    // Days and years are for DateFalsifier.
    private static bool IsDate(string claim, Match match) =>
        BeforeDay.IsMatch(claim[..match.Index]) || AfterDay.IsMatch(claim[(match.Index + match.Length)..]) || Year.IsMatch(match.Value);

    private static string? Other(string number, CitedEvidence evidence, Random dice)
    {
        if (!char.IsAsciiDigit(number[0]))
        {
            string[] free = [.. Words.Where(word => !evidence.Has(word))];
            return free.Length == 0 ? null : Cased(free[dice.Next(free.Length)], number);
        }

        decimal value = decimal.Parse(number.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        int places = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        for (int attempt = 1; attempt <= 20; attempt++)
        {
            decimal changed = Math.Max(value, 1) * (1 + (attempt * (dice.Next(2) == 0 ? 0.5m : 1m)));
            string text = changed.ToString(
                (number.Contains(',', StringComparison.Ordinal) ? "N" : "F") + places,
                CultureInfo.InvariantCulture
            );
            if (text != number && !evidence.Has(text))
            {
                return text;
            }
        }

        return null;
    }

    private static string Cased(string word, string like) => char.IsUpper(like[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    [GeneratedRegex(
        @"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])(?<!,)|"
            + @"(?<![\w-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty)(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? $", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeDay { get; }

    [GeneratedRegex(@"^(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterDay { get; }

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year { get; }
}
