using System.Collections.Frozen;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Questions;

/// <summary>Words that news uses for one another, by stem. Stateless.</summary>
public static class Synonyms
{
    private static readonly FrozenDictionary<string, string[][]> Forms = Build();

    /// <summary>The others of the word's groups, each as stems that stand beside each other; none for a word of no group.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string stem) => Forms.TryGetValue(stem, out string[][]? forms) ? forms : [];

    /// <summary>Are both of one group, or the same?</summary>
    public static bool AreSame(string stem, string other) => stem == other || Of(stem).Any(form => form is [var single] && single == other);

    private static FrozenDictionary<string, string[][]> Build()
    {
        Dictionary<string, List<string[]>> forms = new(StringComparer.Ordinal);
        foreach (string[] group in LanguageData.Groups("question-synonyms"))
        {
            string[][] stems =
            [
                .. group.Select(item => WordTokenizer.Tokenize(item).Select(word => word.Stem).ToArray()).Where(item => item.Length > 0),
            ];
            foreach (string[] item in stems.Where(item => item.Length == 1))
            {
                if (!forms.TryGetValue(item[0], out var others))
                {
                    forms[item[0]] = others = [];
                }

                others.AddRange(stems.Where(other => !other.SequenceEqual(item) && !others.Any(known => known.SequenceEqual(other))));
            }
        }

        return forms.ToFrozenDictionary(form => form.Key, form => form.Value.ToArray(), StringComparer.Ordinal);
    }
}
