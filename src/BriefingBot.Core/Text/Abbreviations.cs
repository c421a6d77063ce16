using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text;

/// <summary>The abbreviations of English news text: titles, months, states in newspaper style, companies.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, AbbreviationKind> Kinds = Table().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Kinds.Keys.Max(word => word.Length);

    /// <summary>What kind of abbreviation the word before a full stop is; the word comes without that full stop.</summary>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return AbbreviationKind.None;
        }

        if (word.Length <= Longest && BySpan.TryGetValue(word, out var kind))
        {
            return kind;
        }

        return word.Length == 1 && char.IsUpper(word[0]) || IsAcronym(word) ? AbbreviationKind.Anywhere : AbbreviationKind.None;
    }

    // "U.S", "a.m", "Ph.D", "W.Va": short parts between full stops.
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        int part = 0;
        bool parted = false;
        foreach (char c in word)
        {
            if (c == '.')
            {
                if (part == 0)
                {
                    return false;
                }

                (part, parted) = (0, true);
            }
            else if (++part > 2)
            {
                return false;
            }
        }

        return parted && part > 0;
    }

    private static Dictionary<string, AbbreviationKind> Table()
    {
        var table = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        foreach (
            var (list, kind) in new[]
            {
                ("abbreviations/leading", AbbreviationKind.Leading),
                ("abbreviations/before-numbers", AbbreviationKind.BeforeNumber),
                ("abbreviations/anywhere", AbbreviationKind.Anywhere),
            }
        )
        {
            foreach (string word in LanguageData.Lines(list))
            {
                table[word] = kind;
                if (word.Length > 1 && char.IsUpper(word[0]))
                {
                    table[word.ToUpperInvariant()] = kind;
                }
            }
        }

        return table;
    }
}
