using System.Collections.Frozen;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>
/// Words that a sentence about an article may have without the article having them: who reports, and what joins sentences. Stems.
/// </summary>
internal static class FreeWords
{
    private static readonly FrozenSet<string> Stems = FrozenSet.ToFrozenSet(
        LanguageData.Lines("words-of-reporting").Select(WordTokenizer.Stem),
        StringComparer.Ordinal
    );

    /// <summary>Is the stem that of such a word?</summary>
    public static bool Contains(string stem) => Stems.Contains(stem);
}
