using System.Collections.Frozen;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>The forms of English verbs. Stateless.</summary>
internal static class EnglishVerbs
{
    private static readonly FrozenDictionary<string, string> Irregular = LanguageData
        .Lines("irregular-verbs")
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .SelectMany(pair => pair[1].Split(',', StringSplitOptions.TrimEntries).Select(form => (Form: form, Base: pair[0])))
        .DistinctBy(pair => pair.Form)
        .ToFrozenDictionary(pair => pair.Form, pair => pair.Base, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bases = Irregular.Values.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(
        ["men", "women", "children", "people", "persons", "wives", "lives", "feet", "ground", "left", "shot", "set"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> InEed = LanguageData.Set("verb-signs/no-past-in-eed", StringComparer.Ordinal);

    /// <summary>The forms of "be".</summary>
    public static FrozenSet<string> Being { get; } =
        FrozenSet.ToFrozenSet(["be", "am", "is", "are", "was", "were", "been", "being"], StringComparer.Ordinal);

    /// <summary>Verbs that help another.</summary>
    public static FrozenSet<string> Auxiliaries { get; } = LanguageData.Set("verb-signs/helping", StringComparer.Ordinal);

    /// <summary>The form behind "he", for verbs that form it by rule.</summary>
    public static string PresentOf(string verb) =>
        verb.EndsWith('y') && verb.Length > 1 && !"aeou".Contains(verb[^2], StringComparison.Ordinal) ? verb[..^1] + "ies"
        : verb.EndsWith('s')
        || verb.EndsWith("sh", StringComparison.Ordinal)
        || verb.EndsWith("ch", StringComparison.Ordinal)
        || verb.EndsWith('x')
            ? verb + "es"
        : verb + "s";

    /// <summary>What all forms of a word share: the stem of its base form.</summary>
    public static string RootOf(string key) => WordTokenizer.Stem(BaseOf(key));

    /// <summary>The base form of an irregular verb ("sink").</summary>
    public static bool IsIrregularBase(string key) => Bases.Contains(key);

    /// <summary>The base form of an irregular verb's form; other words as they are.</summary>
    public static string BaseOf(string key) => Irregular.GetValueOrDefault(key) ?? key;

    /// <summary>A past form or past participle that only a verb has.</summary>
    public static bool IsPastForm(string key) =>
        (key.Length > 3 && key.EndsWith("ed", StringComparison.Ordinal) && !InEed.Contains(key))
        || (
            Irregular.ContainsKey(key)
            && !Nouns.Contains(key)
            && !key.EndsWith("ing", StringComparison.Ordinal)
            && !Auxiliaries.Contains(key)
        );
}
