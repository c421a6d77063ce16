using System.Buffers;

namespace BriefingBot.Core.Text;

/// <summary>
/// Cuts English news text into sentences in one scan without backtracking. A blank line and a bullet always part sentences; a single line
/// break counts as a blank. Closing quotes and brackets belong to the sentence that ends. Thread-safe.
/// </summary>
public static class SentenceSplitter
{
    // How far the splitter looks back: bounds the work on text that is no prose.
    private const int LongestQuote = 2000;
    private const int LongestWord = 40;

    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?…\n\u2028\u2029•●▪◦‣■");

    /// <summary>
    /// The sentences in order; they never overlap, have no white space at their ends and together hold every other character of the text.
    /// </summary>
    public static IReadOnlyList<TextSpan> Split(ReadOnlySpan<char> text)
    {
        var sentences = new List<TextSpan>(4 + (text.Length / 100));
        int start = 0;
        int paragraph = 0;
        int at = 0;
        while (at < text.Length)
        {
            int next = text[at..].IndexOfAny(Marks);
            if (next < 0)
            {
                break;
            }

            at += next;
            int end;
            switch (text[at])
            {
                case '\n' or '\u2028' or '\u2029':
                    int after = AfterWhiteSpace(text, at, out bool blankLine);
                    end = blankLine || IsBulletAt(text, after) ? at : -1;
                    paragraph = blankLine ? after : paragraph;
                    at = after;
                    break;
                case '.' or '!' or '?' or '…':
                    end = EndOfSentence(text, start, paragraph, ref at);
                    break;
                default:
                    end = at == 0 || char.IsWhiteSpace(text[at - 1]) ? at : -1;
                    at++;
                    break;
            }

            if (end >= 0)
            {
                Add(sentences, text, start, end);
                start = end;
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    // Reads the full stops, question marks and closing quotes from `at` on, and leaves `at` behind them. The end of the sentence, or -1
    // when it goes on.
    private static int EndOfSentence(ReadOnlySpan<char> text, int start, int paragraph, ref int at)
    {
        int mark = at;
        int dots = 0;
        bool onlyFullStop = true;
        while (at < text.Length)
        {
            char c = text[at];
            if (c is '.' or '!' or '?' or '…')
            {
                dots +=
                    c == '…' ? 3
                    : c == '.' ? 1
                    : 0;
                onlyFullStop &= c is '.' or '…';
                at++;
            }
            else if (
                c is ' ' or '\u00A0'
                && dots > 0
                && at + 1 < text.Length
                && text[at + 1] == '.'
                && !(at + 2 < text.Length && char.IsDigit(text[at + 2]))
            )
            {
                at++;
            }
            else
            {
                break;
            }
        }

        int closers = at;
        while (at < text.Length && IsCloser(text, paragraph, at))
        {
            at++;
        }

        // A closing quote that lost touch: 'Are you crazy?' "
        if (
            at + 1 < text.Length
            && text[at] == ' '
            && text[at + 1] is '”' or '"'
            && (at + 2 == text.Length || char.IsWhiteSpace(text[at + 2]))
        )
        {
            at += 2;
        }

        bool quoted = at > closers;
        if (at == text.Length)
        {
            return at;
        }

        char next = text[at];
        bool ends = !char.IsWhiteSpace(next)
            ? EndsWithoutSpace(text, mark, closers, at, onlyFullStop && dots == 1)
            : EndsBeforeSpace(text, start, mark, at, dots, onlyFullStop, quoted);
        return ends ? at : -1;
    }

    // Scraped text loses the space: "in recent months.Thursday's hearing", "he said.“We".
    private static bool EndsWithoutSpace(ReadOnlySpan<char> text, int mark, int closers, int at, bool fullStop)
    {
        char next = text[at];
        if (IsOpeningQuote(next))
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

    private static bool EndsBeforeSpace(ReadOnlySpan<char> text, int start, int mark, int at, int dots, bool onlyFullStop, bool quoted)
    {
        int after = AfterWhiteSpace(text, at, out bool blankLine);
        if (after == text.Length || blankLine || IsBulletAt(text, after))
        {
            return true;
        }

        int word = AfterOpeners(text, after);
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

    private static bool IsOpeningQuote(char c) => c is '“' or '‘' or '«' or '„' or '"';

    private static bool IsCloser(ReadOnlySpan<char> text, int paragraph, int at) =>
        text[at] switch
        {
            '”' or '’' or ')' or ']' or '}' or '»' => true,
            '"' or '\'' => at + 1 >= text.Length
                || !char.IsLetterOrDigit(text[at + 1])
                || text[Math.Max(paragraph, at - LongestQuote)..at].Count(text[at]) % 2 == 1,
            _ => false,
        };

    private static int AfterOpeners(ReadOnlySpan<char> text, int at)
    {
        while (
            at < text.Length
            && (IsOpeningQuote(text[at]) || text[at] is '\'' or '(' or '[' or '—' or '–' or '-' || char.IsWhiteSpace(text[at]))
        )
        {
            at++;
        }

        return at;
    }

    private static int AfterWhiteSpace(ReadOnlySpan<char> text, int at, out bool blankLine)
    {
        int lines = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            lines += text[at] switch
            {
                '\n' or '\u2028' => 1,
                '\u2029' => 2,
                _ => 0,
            };
            at++;
        }

        blankLine = lines >= 2;
        return at;
    }

    private static bool IsBulletAt(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return false;
        }

        bool lineStart = at > 0 && text[at - 1] is '\n' or '\u2028' or '\u2029';
        return text[at] is '•' or '●' or '▪' or '◦' or '‣' or '■'
            || (lineStart && text[at] is '-' or '*' or '–' && at + 1 < text.Length && text[at + 1] == ' ');
    }

    private static void Add(List<TextSpan> sentences, ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }
}
