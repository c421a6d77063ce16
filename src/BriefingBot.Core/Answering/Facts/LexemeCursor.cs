namespace BriefingBot.Core.Answering.Facts;

/// <summary>Where a reader of numbers stands in a text, and the magnitudes, units and currencies around it. Not thread-safe.</summary>
internal sealed class LexemeCursor(IReadOnlyList<Lexeme> lexemes)
{
    public int At { get; private set; }

    public bool IsAtEnd => At >= lexemes.Count;

    public Lexeme Current => lexemes[At];

    public void Advance(int count) => At += count;

    public Lexeme? Peek(int ahead) => At + ahead is var i and >= 0 && i < lexemes.Count ? lexemes[i] : null;

    public string Word(int ahead) => Peek(ahead) is { IsWord: true } lexeme ? lexeme.Text : "";

    public bool IsSign(int ahead, string sign) => Peek(ahead) is { } lexeme && lexeme.Text == sign;

    public decimal? MagnitudeAt(int next, out int after)
    {
        int at = IsSign(next, "-") ? next + 1 : next;
        after = at + 1;
        return NumberWords.Magnitude(Word(at))
            ?? (at == next && Word(at) is "bn" or "mn" or "tn" or "mln" or "bln" ? NumberWords.ShortMagnitude(Word(at)) : null);
    }

    public string? UnitAt(int next, out int end)
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

    public string? CurrencyBefore(Lexeme digits, out int start)
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
    public bool IsInsideName(Lexeme digits)
    {
        if (Peek(-1) is not { } before || !before.Adjoins(digits))
        {
            return false;
        }

        return before.IsWord
            || (before.Text is "-" && Peek(-2) is { IsWord: true } word && word.Adjoins(before) && word.Text.Any(char.IsUpper));
    }
}
