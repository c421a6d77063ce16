using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text;

/// <summary>Finds what tells who spoke: <c>“Why now?” Blinken asked</c> is one sentence although a capital follows the quote.</summary>
internal static class Attribution
{
    private const int LongestName = 4;

    private static readonly FrozenSet<string> Verbs = LanguageData.Set("attribution-verbs", StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Does the text begin with a name or pronoun of up to four words and a verb of saying?</summary>
    public static bool Opens(ReadOnlySpan<char> text)
    {
        for (int words = 0; words <= LongestName; words++)
        {
            int length = 0;
            while (length < text.Length && (char.IsLetter(text[length]) || text[length] is '-' or '’' or '\'' or '.'))
            {
                length++;
            }

            if (length == 0)
            {
                return false;
            }

            if (char.IsLower(text[0]))
            {
                return words > 0 && BySpan.Contains(text[..length].TrimEnd('.'));
            }

            if (length >= text.Length || text[length] != ' ')
            {
                return false;
            }

            text = text[(length + 1)..];
        }

        return false;
    }
}
