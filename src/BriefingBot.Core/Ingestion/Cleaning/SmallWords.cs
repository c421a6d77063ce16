using System.Collections.Frozen;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Articles, prepositions and conjunctions: a line that ends in one is not finished, and a cut title does not end in one.
/// </summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "to",
            "with",
            "without",
            "into",
            "over",
            "under",
            "between",
            "among",
            "against",
            "about",
            "after",
            "before",
            "during",
            "since",
            "until",
            "and",
            "or",
            "but",
            "nor",
            "as",
            "than",
            "that",
            "which",
            "who",
            "whose",
            "while",
            "if",
            "because",
            "when",
            "where",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "will",
            "would",
            "could",
            "should",
            "may",
            "might",
            "its",
            "their",
            "his",
            "her",
            "this",
            "these",
            "those",
            "not",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Is it one, in small letters?</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
