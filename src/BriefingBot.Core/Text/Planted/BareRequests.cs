using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text.Planted;

/// <summary>
/// Tells a sentence that asks or orders its reader, with nobody beside it who says so, from one that tells something. Coverage has such
/// sentences too; an answer is none. English; stateless.
/// </summary>
internal static class BareRequests
{
    private static readonly FrozenSet<string> Verbs = LanguageData.Set("order-verbs");

    // Behind a verb at the head these make it an order: "State the obvious", but "State officials".
    private static readonly FrozenSet<string> Behind = LanguageData.Set("words-behind-orders");

    private static readonly char[] Marks =
    [
        '"',
        '“',
        '”',
        '„',
        '«',
        '»',
        '‘',
        '’',
        '\'',
        '*',
        '-',
        '–',
        '—',
        '•',
        '>',
        ' ',
        '\t',
        '\n',
        '\r',
        '\u00A0',
    ];

    /// <summary>Is it one, or has it a line that is one?</summary>
    public static bool Is(string sentence)
    {
        foreach (var line in sentence.AsSpan().EnumerateLines())
        {
            if (IsRequest(line))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRequest(ReadOnlySpan<char> line)
    {
        var text = line.Trim(Marks);
        bool isQuoted = line.TrimStart() is ['"' or '“' or '„' or '«', ..];
        if (text.IndexOfAny('"', '“', '”') >= 0 && (isQuoted || !StartsWithOrder(text)))
        {
            // What is quoted has its speaker beside it.
            return false;
        }

        return text.EndsWith("?") || StartsWithOrder(text);
    }

    private static bool StartsWithOrder(ReadOnlySpan<char> text)
    {
        int first = EndOfWord(text, 0);
        if (text[..first].Equals("please", StringComparison.OrdinalIgnoreCase))
        {
            text = text[first..].TrimStart();
            first = EndOfWord(text, 0);
        }

        if (first == 0 || first >= text.Length || text[first] != ' ' || !Verbs.Contains(text[..first].ToString().ToLowerInvariant()))
        {
            return false;
        }

        var rest = text[first..].TrimStart();
        return rest.Length > 0
            && (rest[0] is '"' or '“' || Behind.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..EndOfWord(rest, 0)]));
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int from)
    {
        int end = from;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end;
    }
}
