using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text;

/// <summary>Words that, capitalised, open a sentence and hardly ever stand inside a name: they decide where "U.S." ends one.</summary>
internal static class SentenceOpeners
{
    private static readonly FrozenSet<string> Words = LanguageData.Set("sentence-openers", StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Does the text begin with such a word? "In-young" is a name and does not count.</summary>
    public static bool Open(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        bool hyphenated = length + 1 < text.Length && text[length] == '-' && char.IsLetter(text[length + 1]);
        bool initial = length == 1 && length < text.Length && text[length] == '.';
        return length > 0 && !hyphenated && !initial && BySpan.Contains(text[..length]);
    }
}
