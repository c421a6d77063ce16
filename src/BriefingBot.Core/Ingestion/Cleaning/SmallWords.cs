using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Articles, prepositions and conjunctions: a line that ends in one is not finished, and a cut title does not end in one.
/// </summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> Words = LanguageData.Set("small-words", StringComparer.Ordinal);

    /// <summary>Is it one, in small letters?</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
