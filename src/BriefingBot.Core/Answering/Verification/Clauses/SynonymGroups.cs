using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>Words that say the same in nearly every place of the news.</summary>
internal static class SynonymGroups
{
    private static readonly FrozenDictionary<string, int[]> Groups = LanguageData
        .Groups("synonyms")
        .SelectMany((words, group) => words.Select(word => (Root: EnglishVerbs.RootOf(word), Group: group)))
        .GroupBy(pair => pair.Root, pair => pair.Group)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Are both roots of one group?</summary>
    public static bool AreSame(string root, string other) => Of(root).Intersect(Of(other)).Any();

    /// <summary>The groups of a root; none for most.</summary>
    public static IReadOnlyList<int> Of(string root) => Groups.GetValueOrDefault(root) ?? [];
}
