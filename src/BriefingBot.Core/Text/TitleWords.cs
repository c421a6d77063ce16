using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text;

/// <summary>Words that stand beside a name without being part of it: offices, ranks, forms of address.</summary>
internal static class TitleWords
{
    private static readonly FrozenSet<string> Words = LanguageData.Set("title-words");

    /// <summary>Is it such a word? A full stop behind it does not matter.</summary>
    public static bool Contains(string word) => Words.Contains(word.TrimEnd('.'));
}
