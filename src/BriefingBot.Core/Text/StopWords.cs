using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text;

/// <summary>English words that carry no topic: left out of word searches and of coverage. Kept as stems.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Stems = LanguageData
        .Lines("stop-words")
        .Select(WordTokenizer.Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Is the stem that of a stop word?</summary>
    public static bool Contains(string stem) => Stems.Contains(stem);
}
