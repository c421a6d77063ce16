using System.Globalization;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>
/// Reads numbers in digits and in English words with their magnitudes, units and currencies: "8,000", "twelve", "1.5 million", "$3bn",
/// "two-thirds", "27th", "tens of thousands". Digits inside a name ("F-16", "G20") are none. Reads one text; not thread-safe.
/// </summary>
internal sealed class NumberReader
{
    private readonly IReadOnlyList<Lexeme> _lexemes;
    private readonly List<StatedNumber> _numbers = [];
    private int _at;

    private NumberReader(string text) => _lexemes = Lexeme.Read(text);

    /// <summary>The numbers of the text in order, apart from those inside the spans of dates.</summary>
    public static IReadOnlyList<StatedNumber> Read(string text, IReadOnlyList<TextSpan> dates)
    {
        NumberReader reader = new(text);
        while (reader._at < reader._lexemes.Count)
        {
            int start = reader._lexemes[reader._at].Start;
            if (dates.Any(date => start >= date.Start && start < date.End))
            {
                reader._at++;
            }
            else if (!reader.TryDigits() && !reader.TryWords())
            {
                reader._at++;
            }
        }

        return reader.ShareRanges(text);
    }

    private Lexeme? Peek(int ahead) => _at + ahead is var i and >= 0 && i < _lexemes.Count ? _lexemes[i] : null;

    private string Word(int ahead) => Peek(ahead) is { IsWord: true } lexeme ? lexeme.Text : "";

    private bool TryDigits()
    {
        var digits = _lexemes[_at];
        if (
            !digits.IsDigits
            || IsInsideName(digits)
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

        string? unit = CurrencyBefore(digits, out int start);
        int end = digits.End;
        int next = 1;
        decimal? shared = null;
        var kind = NumberKind.Cardinal;
        if (Peek(1) is { IsWord: true } suffix && digits.Adjoins(suffix))
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

        while (kind == NumberKind.Cardinal && MagnitudeAt(next, out int after) is { } magnitude)
        {
            value *= magnitude;
            end = Peek(after - 1)!.Value.End;
            next = after;
        }

        Add(new StatedNumber(kind, value, unit, start, end) { Shared = shared }, next);
        return true;
    }

    private bool TryWords()
    {
        if (!_lexemes[_at].IsWord)
        {
            return false;
        }

        return TryVague() || TryFraction() || TryCount();
    }

    /// <summary>"dozens", "tens of thousands", "hundreds of millions".</summary>
    private bool TryVague()
    {
        string word = Word(0);
        decimal? value = word.Equals("tens", StringComparison.OrdinalIgnoreCase) ? 10 : NumberWords.Plural(word);
        if (value is not { } magnitude)
        {
            return false;
        }

        int next = 1;
        if (Word(1).Equals("of", StringComparison.OrdinalIgnoreCase) && NumberWords.Plural(Word(2)) is { } larger)
        {
            (magnitude, next) = (magnitude * larger, 3);
        }
        else if (magnitude == 10)
        {
            return false;
        }

        Add(new StatedNumber(NumberKind.Vague, magnitude, null, _lexemes[_at].Start, Peek(next - 1)!.Value.End), next);
        return true;
    }

    /// <summary>"two-thirds", "a quarter of", "half", "half a million".</summary>
    private bool TryFraction()
    {
        string word = Word(0).ToLowerInvariant();
        int start = _lexemes[_at].Start;
        if (word == "half")
        {
            int ahead = IsSign(1, "-") ? 2 : 1;
            bool article = Word(ahead).ToLowerInvariant() is "a" or "an";
            if (NumberWords.Magnitude(Word(article ? ahead + 1 : ahead)) is { } magnitude)
            {
                int next = article ? ahead + 2 : ahead + 1;
                Add(new StatedNumber(NumberKind.Cardinal, magnitude / 2, null, start, Peek(next - 1)!.Value.End), next);
            }
            else
            {
                Add(new StatedNumber(NumberKind.Fraction, 0.5m, null, start, _lexemes[_at].End) { IsLoose = true }, 1);
            }

            return true;
        }

        int? count = word is "a" or "an" ? 1 : NumberWords.Cardinal(word);
        if (count is not (>= 1 and < 10))
        {
            return false;
        }

        int part = IsSign(1, "-") ? 2 : 1;
        string divided = Word(part).ToLowerInvariant();
        bool plural = divided.EndsWith('s');
        if (
            NumberWords.Divisor(divided) is not { } divisor
            || plural != count > 1
            || (count == 1 && !Word(part + 1).Equals("of", StringComparison.OrdinalIgnoreCase) && word != "one")
        )
        {
            return false;
        }

        Add(new StatedNumber(NumberKind.Fraction, (decimal)count / divisor, null, start, Peek(part)!.Value.End), part + 1);
        return true;
    }

    /// <summary>"twelve", "two hundred and five thousand", "a dozen", "two and a half million", "twenty-first".</summary>
    private bool TryCount()
    {
        int start = _lexemes[_at].Start;
        int next = 0;
        decimal total = 0;
        decimal current = 0;
        decimal smallest = decimal.MaxValue;
        int words = 0;
        bool ordinal = false;
        int end = 0;
        if (Word(0).ToLowerInvariant() is "a" or "an")
        {
            if (NumberWords.Magnitude(Word(1)) is null)
            {
                return false;
            }

            (current, next, smallest) = (1, 1, 1);
        }

        while (!ordinal)
        {
            int at = words > 0 && IsSign(next, "-") && Peek(next - 1)!.Value.Adjoins(Peek(next)!.Value) ? next + 1 : next;
            bool and = words > 0 && at == next && Word(next).Equals("and", StringComparison.OrdinalIgnoreCase);
            at += and ? 1 : 0;
            string word = Word(at);
            if (and && Word(at).ToLowerInvariant() is "a" && Word(at + 1).Equals("half", StringComparison.OrdinalIgnoreCase))
            {
                (current, next, end) = (current + 0.5m, at + 2, Peek(at + 1)!.Value.End);
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
            end = Peek(at)!.Value.End;
            next = at + 1;
        }

        if (words == 0)
        {
            return false;
        }

        string first = Word(0).ToLowerInvariant();
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
        if (number.Unit is null && number.Kind == NumberKind.Cardinal && UnitAt(next, out int unitEnd) is { } unit)
        {
            bool isSign = unit is Measures.Percent or Measures.Points;
            number = number with { Unit = unit, End = isSign ? unitEnd : number.End };
        }

        _numbers.Add(number);
        _at += next;
    }

    private decimal? MagnitudeAt(int next, out int after)
    {
        int at = IsSign(next, "-") ? next + 1 : next;
        after = at + 1;
        return NumberWords.Magnitude(Word(at))
            ?? (at == next && Word(at) is "bn" or "mn" or "tn" or "mln" or "bln" ? NumberWords.ShortMagnitude(Word(at)) : null);
    }

    private string? UnitAt(int next, out int end)
    {
        int at = IsSign(next, "-") ? next + 1 : next;
        end = Peek(at)?.End ?? 0;
        if (Peek(at)?.Text == "%")
        {
            return Measures.Percent;
        }

        if (Word(at).Equals("per", StringComparison.OrdinalIgnoreCase) && Word(at + 1).Equals("cent", StringComparison.OrdinalIgnoreCase))
        {
            end = Peek(at + 1)!.Value.End;
            return Measures.Percent;
        }

        if (Word(at).Equals("percentage", StringComparison.OrdinalIgnoreCase) && Word(at + 1).ToLowerInvariant() is "point" or "points")
        {
            end = Peek(at + 1)!.Value.End;
            return Measures.Points;
        }

        at += Measures.Qualifies(Word(at).ToLowerInvariant()) || (Word(at) is "U" && IsSign(at + 1, ".")) ? 1 : 0;
        if (IsSign(at, ".") && Word(at + 1) is "S" && IsSign(at + 2, "."))
        {
            at += 3;
        }

        end = Peek(at)?.End ?? 0;
        return Measures.Of(Word(at));
    }

    private bool IsSign(int ahead, string sign) => Peek(ahead) is { } lexeme && lexeme.Text == sign;

    private string? CurrencyBefore(Lexeme digits, out int start)
    {
        start = digits.Start;
        if (Peek(-1) is not { } before || digits.Start - before.End > 1 || before.IsWord)
        {
            return null;
        }

        string? unit = Measures.Of(before.Text) is { } named && named != Measures.Percent ? named : null;
        start = unit is null ? start : before.Start;
        return unit;
    }

    /// <summary>"F16", "F-16", "COVID-19": the letters before have a capital. "under-21" is a number.</summary>
    private bool IsInsideName(Lexeme digits)
    {
        if (Peek(-1) is not { } before || !before.Adjoins(digits))
        {
            return false;
        }

        return before.IsWord
            || (before.Text is "-" && Peek(-2) is { IsWord: true } word && word.Adjoins(before) && word.Text.Any(char.IsUpper));
    }

    /// <summary>The ends of a range share magnitude and unit: "8 to 10 million", "5-10 percent", "$3-5 billion".</summary>
    private List<StatedNumber> ShareRanges(string text)
    {
        for (int i = 0; i + 1 < _numbers.Count; i++)
        {
            var (first, second) = (_numbers[i], _numbers[i + 1]);
            string between = text[Math.Min(first.End, second.Start)..second.Start].Trim();
            if (
                first.Kind != NumberKind.Cardinal
                || second.Kind != NumberKind.Cardinal
                || between is not ("-" or "–" or "to" or "and" or "or")
            )
            {
                continue;
            }

            decimal magnitude = MagnitudeOf(text, second);
            if (magnitude > 1 && MagnitudeOf(text, first) == 1)
            {
                first = first with { Shared = first.Value * magnitude };
            }

            _numbers[i] = first with { Unit = first.Unit ?? second.Unit };
            _numbers[i + 1] = second with { Unit = second.Unit ?? (Measures.IsMoney(first.Unit) ? first.Unit : null) };
        }

        return _numbers;
    }

    private static decimal MagnitudeOf(string text, StatedNumber number)
    {
        string written = text[number.Start..number.End];
        string letters = new([.. written.Where(char.IsLetter)]);
        return NumberWords.Magnitude(letters) ?? NumberWords.ShortMagnitude(letters) ?? 1;
    }
}
