using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Questions;

/// <summary>
/// The ways news writes a number: 8000 is 8,000 and eight thousand, $900m is 900 million, 9-4 is nine to four. English; stateless.
/// </summary>
public static class NumberForms
{
    private static readonly (string Name, decimal Value)[] Magnitudes =
    [
        ("trillion", 1e12m),
        ("billion", 1e9m),
        ("million", 1e6m),
        ("thousand", 1e3m),
    ];

    /// <summary>
    /// The numbers of a question with where they stand, years and dates among them: what is a period is taken out by the caller.
    /// </summary>
    public static IReadOnlyList<(int Start, int End, IReadOnlyList<string> Forms)> Find(string question)
    {
        List<(int, int, IReadOnlyList<string>)> found = [];
        foreach (Match match in Written.Matches(question))
        {
            IReadOnlyList<string> forms = match.Groups["b"].Success ? Score(match) : Of(Value(match), match.Value);
            if (forms.Count > 0)
            {
                found.Add((match.Index, match.Index + match.Length, forms));
            }
        }

        return found;
    }

    /// <summary>The forms of one value, its plainest first; none for what is no whole or decimal number of a usual size.</summary>
    public static IReadOnlyList<string> Of(decimal? value, string written)
    {
        if (value is not ({ } number and >= 0 and < 1e15m))
        {
            return [];
        }

        List<string> forms =
        [
            written,
            number.ToString("0.####", CultureInfo.InvariantCulture),
            number.ToString("#,0.####", CultureInfo.InvariantCulture),
        ];
        foreach (var (name, size) in Magnitudes)
        {
            if (number >= size && decimal.Round(number / size, 3) is var share && share * size == number && share < 1000)
            {
                forms.Add($"{share.ToString("0.###", CultureInfo.InvariantCulture)} {name}");
                if (share == decimal.Truncate(share))
                {
                    forms.Add($"{Words((int)share)} {name}");
                }
            }
        }

        if (number < 1000 && number == decimal.Truncate(number))
        {
            forms.Add(Words((int)number));
        }

        return [.. forms.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string[] Score(Match match) =>
        int.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out int one)
        && int.TryParse(match.Groups["b"].Value, CultureInfo.InvariantCulture, out int other)
        && one < 1000
        && other < 1000
            ? [match.Value, $"{one} to {other}", $"{Words(one)} to {Words(other)}"]
            : [];

    private static decimal? Value(Match match)
    {
        decimal? value = match.Groups["n"].Success
            ? decimal.TryParse(
                match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal digits
            )
                ? digits
                : null
            : SpelledOut(match.Groups["w"].Value);
        decimal size = match.Groups["m"].Value.ToLowerInvariant() switch
        {
            "k" or "thousand" => 1e3m,
            "m" or "mn" or "mln" or "million" => 1e6m,
            "b" or "bn" or "billion" => 1e9m,
            "tn" or "trillion" => 1e12m,
            _ => 1,
        };
        return value < 1e15m ? value * size : null;
    }

    private static decimal? SpelledOut(string words)
    {
        decimal sum = 0;
        foreach (string word in words.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            int small = NumberNames.Small.IndexOf(word);
            int ten = NumberNames.Tens.IndexOf(word);
            if (word == "hundred")
            {
                sum = Math.Max(1, sum) * 100;
            }
            else if (small >= 0 || ten >= 0)
            {
                sum += small >= 0 ? small : 20 + (10 * ten);
            }
            else
            {
                return null;
            }
        }

        return sum;
    }

    private static string Words(int number) =>
        number switch
        {
            < 20 => NumberNames.Small[number],
            < 100 => NumberNames.Tens[(number / 10) - 2] + (number % 10 > 0 ? $"-{NumberNames.Small[number % 10]}" : ""),
            _ => $"{NumberNames.Small[number / 100]} hundred" + (number % 100 > 0 ? $" and {Words(number % 100)}" : ""),
        };

    private static readonly Regex Written = LanguagePattern.Interpreted(
        "number-forms/written",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    );
}
