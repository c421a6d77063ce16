namespace BriefingBot.Core.Text;

/// <summary>The marks around sentences: quotes and brackets that open and close, bullets, white space. Stateless.</summary>
internal static class SentenceMarks
{
    // Bounds the work on text that is no prose.
    private const int LongestQuote = 2000;

    public static bool IsOpeningQuote(char c) => c is '“' or '‘' or '«' or '„' or '"';

    public static bool IsCloser(ReadOnlySpan<char> text, int paragraph, int at) =>
        text[at] switch
        {
            '”' or '’' or ')' or ']' or '}' or '»' => true,
            '"' or '\'' => at + 1 >= text.Length
                || !char.IsLetterOrDigit(text[at + 1])
                || text[Math.Max(paragraph, at - LongestQuote)..at].Count(text[at]) % 2 == 1,
            _ => false,
        };

    public static int AfterOpeners(ReadOnlySpan<char> text, int at)
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

    public static int AfterWhiteSpace(ReadOnlySpan<char> text, int at, out bool blankLine)
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

    public static bool IsBulletAt(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return false;
        }

        bool lineStart = at > 0 && text[at - 1] is '\n' or '\u2028' or '\u2029';
        return text[at] is '•' or '●' or '▪' or '◦' or '‣' or '■'
            || (lineStart && text[at] is '-' or '*' or '–' && at + 1 < text.Length && text[at + 1] == ' ');
    }
}
