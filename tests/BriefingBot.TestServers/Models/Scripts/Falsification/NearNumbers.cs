using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Numbers that are nearly right.</summary>
internal static partial class NearNumbers
{
    private static readonly string[] Words =
    [
        "one",
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
        "fourteen",
        "fifteen",
    ];

    private static readonly string[] Magnitudes = ["hundred", "thousand", "million", "billion", "trillion"];

    public static string? Apply(string claim, NearMiss kind, CitedEvidence evidence, Random dice) =>
        kind switch
        {
            NearMiss.OtherMagnitude => Replace(
                claim,
                MagnitudeWord,
                word =>
                    Array.IndexOf(Magnitudes, word.ToLowerInvariant()) is var at
                        ? Free(evidence, Magnitudes.Where((_, i) => Math.Abs(i - at) == 1))
                        : null
            ),
            NearMiss.OtherUnit => OtherUnit(claim, evidence),
            NearMiss.NumberOfPassage => OfPassage(claim, evidence, dice),
            NearMiss.NumberOffByOne => Replace(claim, Number, number => OffByOne(number, evidence, dice)),
            NearMiss.DigitsExchanged => Replace(claim, Number, number => Exchanged(number, evidence)),
            _ => Replace(claim, Number, number => char.IsAsciiDigit(number[0]) ? Free(evidence, [TimesTen(number, dice)]) : null),
        };

    private static string? Replace(string claim, Regex what, Func<string, string?> other)
    {
        foreach (Match match in SpanReplacement.UnquotedFirst(claim, what.Matches(claim).Where(match => !IsDate(claim, match))))
        {
            if (other(match.Value) is { } changed)
            {
                return SpanReplacement.Replace(claim, match, changed);
            }
        }

        return null;
    }

    private static string? OffByOne(string number, CitedEvidence evidence, Random dice)
    {
        int step = dice.Next(2) == 0 ? 1 : -1;
        if (!char.IsAsciiDigit(number[0]))
        {
            int at = Array.IndexOf(Words, number.ToLowerInvariant());
            return at < 1
                ? null
                : Free(evidence, new[] { at + step, at - step }.Where(i => i >= 1 && i < Words.Length).Select(i => Like(number, Words[i])));
        }

        return Free(evidence, [Changed(number, value => value + step), Changed(number, value => value - step)]);
    }

    private static string? Exchanged(string number, CitedEvidence evidence)
    {
        int[] digits = [.. Enumerable.Range(0, number.Length).Where(i => char.IsAsciiDigit(number[i]))];
        for (int i = 0; i + 1 < digits.Length; i++)
        {
            char[] changed = number.ToCharArray();
            (changed[digits[i]], changed[digits[i + 1]]) = (changed[digits[i + 1]], changed[digits[i]]);
            string text = new(changed);
            if (text != number && text[0] != '0' && !evidence.Has(text))
            {
                return text;
            }
        }

        return null;
    }

    private static string? TimesTen(string number, Random dice) =>
        Changed(number, value => dice.Next(2) == 0 && value % 10 == 0 && value > 10 ? value / 10 : value * 10);

    private static string? Changed(string number, Func<decimal, decimal> change)
    {
        decimal value = change(decimal.Parse(number.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        int places = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return value <= 1
            ? null
            : value.ToString((number.Contains(',', StringComparison.Ordinal) ? "N" : "F") + places, CultureInfo.InvariantCulture);
    }

    private static string? OtherUnit(string claim, CitedEvidence evidence)
    {
        if (Percent.Match(claim) is { Success: true } percent && !QuotationMarks.Enclose(claim, percent.Index))
        {
            string number = percent.Groups["n"].Value;
            return evidence.Has($"{number} million") || evidence.Has($"${number}")
                ? null
                : SpanReplacement.Replace(claim, percent, $"{number} million");
        }

        if (Money.Match(claim) is { Success: true } money && !QuotationMarks.Enclose(claim, money.Index))
        {
            string number = money.Groups["n"].Value;
            return evidence.Has($"€{number}") ? null : SpanReplacement.Replace(claim, money, $"€{number}");
        }

        return null;
    }

    private static string? OfPassage(string claim, CitedEvidence evidence, Random dice)
    {
        string[] others =
        [
            .. evidence
                .Cited.SelectMany(passage => Number.Matches(passage.Text).Where(match => !IsDate(passage.Text, match)))
                .Select(static match => match.Value)
                .Where(number => char.IsAsciiDigit(number[0]))
                .Distinct(StringComparer.Ordinal),
        ];
        string[] own = [.. Number.Matches(claim).Select(static match => match.Value)];
        string[] free = [.. others.Except(own, StringComparer.Ordinal)];
        return free.Length == 0
            ? null
            : Replace(claim, Number, number => char.IsAsciiDigit(number[0]) ? free[dice.Next(free.Length)] : null);
    }

    private static string? Free(CitedEvidence evidence, IEnumerable<string?> candidates) =>
        candidates
            .OfType<string>()
            .FirstOrDefault(candidate =>
                !Regex.IsMatch(evidence.Text, $@"(?<![\w,.]){Regex.Escape(candidate)}(?![\w])", RegexOptions.IgnoreCase)
            );

    private static string Like(string model, string word) => char.IsUpper(model[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private static bool IsDate(string claim, Match match) =>
        BeforeDay.IsMatch(claim[..match.Index]) || AfterDay.IsMatch(claim[(match.Index + match.Length)..]) || Year.IsMatch(match.Value);

    [GeneratedRegex(
        @"(?<![\w.,:/-])\d[\d,]*(?:\.\d+)?(?![\w:/-])(?<!,)|(?<![\w-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"(?<=\d )(?:thousand|million|billion|trillion)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MagnitudeWord { get; }

    [GeneratedRegex(@"(?<![\w.,])(?<n>\d+(?:\.\d+)?)(?:%| percent| per cent)", RegexOptions.CultureInvariant)]
    private static partial Regex Percent { get; }

    [GeneratedRegex(@"\$(?<n>\d[\d,]*(?:\.\d+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Money { get; }

    [GeneratedRegex(@"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? $", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeDay { get; }

    [GeneratedRegex(@"^(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterDay { get; }

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year { get; }
}
