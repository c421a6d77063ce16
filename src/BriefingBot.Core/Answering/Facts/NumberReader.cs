using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>
/// Reads numbers in digits and in English words with their magnitudes, units and currencies: "8,000", "twelve", "1.5 million", "$3bn",
/// "two-thirds", "27th", "tens of thousands". Digits inside a name ("F-16", "G20") are none. Reads one text; not thread-safe.
/// </summary>
internal sealed class NumberReader
{
    private readonly LexemeCursor _cursor;
    private readonly List<StatedNumber> _numbers = [];

    private NumberReader(string text) => _cursor = new LexemeCursor(Lexeme.Read(text));

    /// <summary>The numbers of the text in order, apart from those inside the spans of dates.</summary>
    public static IReadOnlyList<StatedNumber> Read(string text, IReadOnlyList<TextSpan> dates)
    {
        NumberReader reader = new(text);
        while (!reader._cursor.IsAtEnd)
        {
            int start = reader._cursor.Current.Start;
            if (dates.Any(date => start >= date.Start && start < date.End))
            {
                reader._cursor.Advance(1);
            }
            else if (!reader.TryDigits() && !reader.TryWords())
            {
                reader._cursor.Advance(1);
            }
        }

        return NumberRanges.Share(reader._numbers, text);
    }

    private bool TryDigits()
    {
        var digits = _cursor.Current;
        if (
            !digits.IsDigits
            || _cursor.IsInsideName(digits)
            || !decimal.TryParse(
                digits.Text.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal value
            )
        )
        {
            return false;
        }

        string? unit = _cursor.CurrencyBefore(digits, out int start);
        int end = digits.End;
        int next = 1;
        decimal? shared = null;
        var kind = NumberKind.Cardinal;
        if (_cursor.Peek(1) is { IsWord: true } suffix && digits.Adjoins(suffix))
        {
            string letters = suffix.Text;
            next = 2;
            if (letters.ToLowerInvariant() is "st" or "nd" or "rd" or "th")
            {
                kind = NumberKind.Ordinal;
                end = suffix.End;
            }
            else if (letters is "m" && unit is null)
            {
                (shared, end) = (value * 1_000_000, suffix.End);
            }
            else if (NumberWords.ShortMagnitude(letters) is { } magnitude)
            {
                (value, end) = (value * magnitude, suffix.End);
            }
            else if (Measures.Of(letters) is { } measure)
            {
                unit ??= measure;
            }
            else
            {
                // "737s", "5G", "4x4": the word of a thing.
                return false;
            }
        }

        while (kind == NumberKind.Cardinal && _cursor.MagnitudeAt(next, out int after) is { } magnitude)
        {
            value *= magnitude;
            end = _cursor.Peek(after - 1)!.Value.End;
            next = after;
        }

        Add(new StatedNumber(kind, value, unit, start, end) { Shared = shared }, next);
        return true;
    }

    private bool TryWords()
    {
        if (!_cursor.Current.IsWord)
        {
            return false;
        }

        return TryVague() || TryFraction() || TryCount();
    }

    /// <summary>"dozens", "tens of thousands", "hundreds of millions".</summary>
    private bool TryVague()
    {
        string word = _cursor.Word(0);
        decimal? value = word.Equals("tens", StringComparison.OrdinalIgnoreCase) ? 10 : NumberWords.Plural(word);
        if (value is not { } magnitude)
        {
            return false;
        }

        int next = 1;
        if (_cursor.Word(1).Equals("of", StringComparison.OrdinalIgnoreCase) && NumberWords.Plural(_cursor.Word(2)) is { } larger)
        {
            (magnitude, next) = (magnitude * larger, 3);
        }
        else if (magnitude == 10)
        {
            return false;
        }

        Add(new StatedNumber(NumberKind.Vague, magnitude, null, _cursor.Current.Start, _cursor.Peek(next - 1)!.Value.End), next);
        return true;
    }

    /// <summary>"two-thirds", "a quarter of", "half", "half a million".</summary>
    private bool TryFraction()
    {
        string word = _cursor.Word(0).ToLowerInvariant();
        int start = _cursor.Current.Start;
        if (word == "half")
        {
            int ahead = _cursor.IsSign(1, "-") ? 2 : 1;
            bool article = _cursor.Word(ahead).ToLowerInvariant() is "a" or "an";
            if (NumberWords.Magnitude(_cursor.Word(article ? ahead + 1 : ahead)) is { } magnitude)
            {
                int next = article ? ahead + 2 : ahead + 1;
                Add(new StatedNumber(NumberKind.Cardinal, magnitude / 2, null, start, _cursor.Peek(next - 1)!.Value.End), next);
            }
            else
            {
                Add(new StatedNumber(NumberKind.Fraction, 0.5m, null, start, _cursor.Current.End) { IsLoose = true }, 1);
            }

            return true;
        }

        int? count = word is "a" or "an" ? 1 : NumberWords.Cardinal(word);
        if (count is not (>= 1 and < 10))
        {
            return false;
        }

        int part = _cursor.IsSign(1, "-") ? 2 : 1;
        string divided = _cursor.Word(part).ToLowerInvariant();
        bool plural = divided.EndsWith('s');
        if (
            NumberWords.Divisor(divided) is not { } divisor
            || plural != count > 1
            || (count == 1 && !_cursor.Word(part + 1).Equals("of", StringComparison.OrdinalIgnoreCase) && word != "one")
        )
        {
            return false;
        }

        Add(new StatedNumber(NumberKind.Fraction, (decimal)count / divisor, null, start, _cursor.Peek(part)!.Value.End), part + 1);
        return true;
    }

    /// <summary>"twelve", "two hundred and five thousand", "a dozen", "two and a half million", "twenty-first".</summary>
    private bool TryCount()
    {
        int start = _cursor.Current.Start;
        int next = 0;
        decimal total = 0;
        decimal current = 0;
        decimal smallest = decimal.MaxValue;
        int words = 0;
        bool ordinal = false;
        int end = 0;
        if (_cursor.Word(0).ToLowerInvariant() is "a" or "an")
        {
            if (NumberWords.Magnitude(_cursor.Word(1)) is null)
            {
                return false;
            }

            (current, next, smallest) = (1, 1, 1);
        }

        while (!ordinal)
        {
            int at =
                words > 0 && _cursor.IsSign(next, "-") && _cursor.Peek(next - 1)!.Value.Adjoins(_cursor.Peek(next)!.Value)
                    ? next + 1
                    : next;
            bool and = words > 0 && at == next && _cursor.Word(next).Equals("and", StringComparison.OrdinalIgnoreCase);
            at += and ? 1 : 0;
            string word = _cursor.Word(at);
            if (
                and
                && _cursor.Word(at).ToLowerInvariant() is "a"
                && _cursor.Word(at + 1).Equals("half", StringComparison.OrdinalIgnoreCase)
            )
            {
                (current, next, end) = (current + 0.5m, at + 2, _cursor.Peek(at + 1)!.Value.End);
                words++;
                continue;
            }

            if (NumberWords.Cardinal(word) is { } value && Fits(value, smallest) && (!and || smallest >= 100))
            {
                current += value;
                smallest = value;
            }
            else if (!and && NumberWords.Magnitude(word) is { } magnitude && (words > 0 || next > 0))
            {
                bool within = magnitude is 100 or 12;
                (current, total) = within ? (Math.Max(current, 1) * magnitude, total) : (0, total + (Math.Max(current, 1) * magnitude));
                smallest = within ? 100 : 1000;
            }
            else if (NumberWords.Ordinal(word) is { } place && (words == 0 || Fits(place, smallest)))
            {
                current += place;
                ordinal = true;
            }
            else
            {
                break;
            }

            words++;
            end = _cursor.Peek(at)!.Value.End;
            next = at + 1;
        }

        if (words == 0)
        {
            return false;
        }

        string first = _cursor.Word(0).ToLowerInvariant();
        bool loose = words == 1 && first is "one" or "first" or "second";
        Add(
            new StatedNumber(ordinal ? NumberKind.Ordinal : NumberKind.Cardinal, total + current, null, start, end) { IsLoose = loose },
            next
        );
        return true;
    }

    /// <summary>"twenty" takes a "one" behind it, "hundred" a "twenty", "five" nothing.</summary>
    private static bool Fits(int value, decimal smallest) =>
        smallest switch
        {
            decimal.MaxValue => true,
            >= 100 => value is > 0 and < 100,
            >= 20 => value is > 0 and < 10,
            _ => false,
        };

    private void Add(StatedNumber number, int next)
    {
        if (number.Unit is null && number.Kind == NumberKind.Cardinal && _cursor.UnitAt(next, out int unitEnd) is { } unit)
        {
            bool isSign = unit is Measures.Percent or Measures.Points;
            number = number with { Unit = unit, End = isSign ? unitEnd : number.End };
        }

        _numbers.Add(number);
        _cursor.Advance(next);
    }
}
