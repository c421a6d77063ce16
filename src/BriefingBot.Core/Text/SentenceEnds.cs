namespace BriefingBot.Core.Text;

/// <summary>Whether a full stop or question mark ends its sentence, by the word before and what comes behind. Stateless.</summary>
internal static class SentenceEnds
{
    private const int LongestWord = 40;

    // Scraped text loses the space: "in recent months.Thursday's hearing", "he said.“We".
    public static bool EndsWithoutSpace(ReadOnlySpan<char> text, int mark, int closers, int at, bool fullStop)
    {
        char next = text[at];
        if (SentenceMarks.IsOpeningQuote(next))
        {
            return !fullStop || mark == 0 || !IsAbbreviated(text, 0, mark);
        }

        if (!char.IsUpper(next) || mark == 0 || !StartsWord(text, at))
        {
            return false;
        }

        if (at > closers || !fullStop)
        {
            return true;
        }

        char before = text[mark - 1];
        if (char.IsDigit(before) || before is ')' or ']' or '”' or '%')
        {
            return !IsInAddress(text, mark);
        }

        return mark >= 2
            && char.IsLower(before)
            && char.IsLetter(text[mark - 2])
            && Abbreviations.KindOf(WordBefore(text, mark)) == AbbreviationKind.None
            && !IsInAddress(text, mark);
    }

    public static bool EndsBeforeSpace(ReadOnlySpan<char> text, int start, int mark, int at, int dots, bool onlyFullStop, bool quoted)
    {
        int after = SentenceMarks.AfterWhiteSpace(text, at, out bool blankLine);
        if (after == text.Length || blankLine || SentenceMarks.IsBulletAt(text, after))
        {
            return true;
        }

        int word = SentenceMarks.AfterOpeners(text, after);
        if (word == text.Length)
        {
            return true;
        }

        if (char.IsLower(text[word]))
        {
            // "eBay", "iPhone": a small letter before a capital can open a sentence.
            return onlyFullStop
                && dots == 1
                && !quoted
                && word + 1 < text.Length
                && char.IsUpper(text[word + 1])
                && !IsAbbreviated(text, start, mark);
        }

        if (!onlyFullStop)
        {
            return !(quoted && Attribution.Opens(text[word..]));
        }

        if (dots >= 2)
        {
            bool detached = mark > 0 && char.IsWhiteSpace(text[mark - 1]);
            return detached ? SentenceOpeners.Open(text[word..]) && !IsWordI(text[word..]) : !IsWordI(text[word..]);
        }

        bool dash = text[after] is '—' or '–' or '-';
        return WordKind(text, start, mark) switch
        {
            AbbreviationKind.Leading => false,
            AbbreviationKind.BeforeNumber => !char.IsDigit(text[word]),
            AbbreviationKind.Anywhere => !dash && SentenceOpeners.Open(text[word..]),
            _ => true,
        };
    }

    private static AbbreviationKind WordKind(ReadOnlySpan<char> text, int start, int mark)
    {
        var word = WordBefore(text, mark);
        int wordStart = mark - word.Length;
        bool opens = text[start..wordStart].IsWhiteSpace();
        if (word.IsEmpty)
        {
            int digits = mark;
            while (digits > start && char.IsDigit(text[digits - 1]))
            {
                digits--;
            }

            // "1. The plan": the number of a list, not a sentence.
            return digits < mark && mark - digits <= 2 && text[start..digits].IsWhiteSpace()
                ? AbbreviationKind.Leading
                : AbbreviationKind.None;
        }

        return opens && word.Length == 1 ? AbbreviationKind.Leading : Abbreviations.KindOf(word);
    }

    private static bool IsAbbreviated(ReadOnlySpan<char> text, int start, int mark) => WordKind(text, start, mark) != AbbreviationKind.None;

    // The letters before a full stop, with the full stops inside an acronym ("U.S" of "U.S.").
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int mark)
    {
        int from = mark;
        int part = 0;
        while (from > 0 && mark - from < LongestWord)
        {
            char c = text[from - 1];
            if (char.IsLetter(c))
            {
                part++;
            }
            else if (c == '.' && part is 1 or 2 && from < mark)
            {
                part = 0;
            }
            else
            {
                break;
            }

            from--;
        }

        while (from < mark && text[from] == '.')
        {
            from++;
        }

        return text[from..mark];
    }

    private static bool IsInAddress(ReadOnlySpan<char> text, int mark)
    {
        for (int i = mark - 1; i >= 0 && mark - i < 100 && !char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] is '/' or '@')
            {
                return true;
            }
        }

        for (int i = mark + 1; i < text.Length && i - mark < 100 && !char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '@')
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWord(ReadOnlySpan<char> text, int at) =>
        at + 1 >= text.Length || char.IsLower(text[at + 1]) || (text[at + 1] is ' ' or '’' or '\'' && text[at] is 'A' or 'I');

    private static bool IsWordI(ReadOnlySpan<char> text) => text[0] == 'I' && (text.Length == 1 || !char.IsLetter(text[1]));
}
