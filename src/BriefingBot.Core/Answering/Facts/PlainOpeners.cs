using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>Words that open sentences of news and are no names there, besides those of <see cref="Text.SentenceOpeners"/>.</summary>
internal static class PlainOpeners
{
    private static readonly FrozenSet<string> Words = LanguageData.Set("plain-openers");

    /// <summary>Is it such a word?</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
