using System.Collections.Frozen;
using BriefingBot.Core.Language;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Polarity;

/// <summary>Words that say the opposite of each other. Stems.</summary>
internal static class Opposites
{
    private static readonly FrozenDictionary<string, (int Pair, bool Second)[]> Meanings = Build("opposites/anywhere");

    private static readonly FrozenDictionary<string, (int Pair, bool Second)[]> InPlace = Build("opposites/in-place");

    /// <summary>The sides that a word takes, whatever stands around it.</summary>
    public static IReadOnlyList<(int Pair, bool Second)> SidesOf(string stem) => Meanings.GetValueOrDefault(stem) ?? [];

    /// <summary>
    /// Are both opposites where one stands in the other's place? Also those that are too common to tell anything elsewhere.
    /// </summary>
    public static bool InOnePlace(string stem, string other) => Oppose(Meanings, stem, other) || Oppose(InPlace, stem, other);

    /// <summary>Are both opposites wherever they stand?</summary>
    public static bool Anywhere(string stem, string other) => Oppose(Meanings, stem, other);

    private static bool Oppose(FrozenDictionary<string, (int Pair, bool Second)[]> table, string stem, string other) =>
        table.TryGetValue(stem, out var sides)
        && table.TryGetValue(other, out var others)
        && sides.Any(side => others.Any(opposed => opposed.Pair == side.Pair && opposed.Second != side.Second));

    private static FrozenDictionary<string, (int Pair, bool Second)[]> Build(string list)
    {
        Dictionary<string, List<(int, bool)>> table = new(StringComparer.Ordinal);
        var lines = LanguageData.Lines(list);
        for (int i = 0; i < lines.Count; i++)
        {
            string[] sides = lines[i].Split('|');
            for (int side = 0; side < 2; side++)
            {
                foreach (string word in sides[side].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    string stem = WordTokenizer.Stem(word);
                    if (!table.TryGetValue(stem, out var known))
                    {
                        table[stem] = known = [];
                    }

                    known.Add((i, side == 1));
                }
            }
        }

        return table.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Distinct().ToArray(), StringComparer.Ordinal);
    }
}
