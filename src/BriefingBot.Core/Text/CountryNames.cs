using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text;

/// <summary>
/// Words by which news text calls the same country: its name, its people, its capital as a stand-in for the government, common
/// abbreviations. Used to see that "Moscow" speaks of Russia; never to rewrite text.
/// </summary>
public static class CountryNames
{
    private static readonly HashSet<string> StandIns = new(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Groups = Build();

    /// <summary>The number of the country that the stem stands for, or -1. "korea" is both Koreas.</summary>
    public static int GroupOf(string stem) => Groups.TryGetValue(stem, out int group) ? group : -1;

    /// <summary>The stems that stand for a country.</summary>
    public static IEnumerable<string> StemsOf(int group) => Groups.Where(word => word.Value == group).Select(word => word.Key);

    /// <summary>Is the stem that of a capital, a government or a movement, which stands for a country but is not its name?</summary>
    public static bool IsStandIn(string stem) => StandIns.Contains(stem);

    private static FrozenDictionary<string, int> Build()
    {
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        var lines = LanguageData.Lines("countries");
        for (int i = 0; i < lines.Count; i++)
        {
            bool standIn = false;
            foreach (string word in lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word == "|")
                {
                    standIn = true;
                    continue;
                }

                string stem = WordTokenizer.Stem(word);
                groups[stem] = i;
                if (standIn)
                {
                    StandIns.Add(stem);
                }
            }
        }

        return groups.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
