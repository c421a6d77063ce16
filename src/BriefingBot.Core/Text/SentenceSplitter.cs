using System.Buffers;

namespace BriefingBot.Core.Text;

/// <summary>
/// Cuts English news text into sentences in one scan without backtracking. A blank line and a bullet always part sentences; a single line
/// break counts as a blank. Closing quotes and brackets belong to the sentence that ends. Thread-safe.
/// </summary>
public static class SentenceSplitter
{
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
                    int after = SentenceMarks.AfterWhiteSpace(text, at, out bool blankLine);
                    end = blankLine || SentenceMarks.IsBulletAt(text, after) ? at : -1;
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
        while (at < text.Length && SentenceMarks.IsCloser(text, paragraph, at))
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
            ? SentenceEnds.EndsWithoutSpace(text, mark, closers, at, onlyFullStop && dots == 1)
            : SentenceEnds.EndsBeforeSpace(text, start, mark, at, dots, onlyFullStop, quoted);
        return ends ? at : -1;
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
