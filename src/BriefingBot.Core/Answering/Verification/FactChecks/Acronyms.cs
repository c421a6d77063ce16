using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.FactChecks;

/// <summary>Acronyms and the words that they stand for.</summary>
internal static class Acronyms
{
    private const int LongestName = 8;

    // An acronym in an article bears out these words; other words with the same initials would be a guess.
    private static readonly (string Key, string[] Words)[] Known =
    [
        ("us", ["united", "states"]),
        ("usa", ["united", "states"]),
        ("uk", ["united", "kingdom"]),
        ("un", ["united", "nations"]),
        ("eu", ["european", "union"]),
        ("uae", ["united", "arab", "emirates"]),
        ("nato", ["north", "atlantic", "treaty", "organization"]),
        ("who", ["world", "health", "organization"]),
        ("imf", ["international", "monetary", "fund"]),
        ("wto", ["world", "trade", "organization"]),
        ("fbi", ["federal", "bureau", "investigation"]),
        ("cia", ["central", "intelligence", "agency"]),
        ("unsc", ["security", "council"]),
        ("unsc", ["united", "nations"]),
        ("ap", ["associated", "press"]),
        ("afp", ["agence", "france", "presse"]),
        ("gop", ["republican"]),
        ("gop", ["republicans"]),
        ("nk", ["north", "korea"]),
        ("nk", ["north", "korean"]),
        ("dprk", ["north", "korea"]),
        ("dprk", ["north", "korean"]),
        ("sk", ["south", "korea"]),
        ("rok", ["south", "korea"]),
        ("rok", ["south", "korean"]),
        ("pyongyang", ["north", "korea"]),
        ("pyongyang", ["north", "korean"]),
        ("seoul", ["south", "korea"]),
        ("seoul", ["south", "korean"]),
        ("fm", ["foreign", "minister"]),
        ("pm", ["prime", "minister"]),
        ("ceo", ["chief", "executive"]),
    ];

    private static readonly HashSet<string> Small = new(["of", "the", "and", "for", "on", "in", "to"], StringComparer.Ordinal);

    /// <summary>The initials of all runs of capitalised words, small words between them left out.</summary>
    public static HashSet<string> InitialsOf(IEnumerable<IReadOnlyList<EvidenceToken>> sentences)
    {
        HashSet<string> initials = new(StringComparer.Ordinal);
        foreach (var tokens in sentences)
        {
            for (int first = 0; first < tokens.Count; first++)
            {
                string letters = "";
                for (
                    int i = first;
                    i < tokens.Count
                        && letters.Length < LongestName
                        && (tokens[i].IsCapital || (letters.Length > 0 && Small.Contains(tokens[i].Key)));
                    i++
                )
                {
                    letters += tokens[i].IsCapital ? tokens[i].Key[0] : "";
                    if (tokens[i].IsCapital && letters.Length > 1)
                    {
                        initials.Add(letters);
                    }
                }
            }
        }

        return initials;
    }

    /// <summary>How many words from an index on a known acronym of the evidence stands for; 0 for none.</summary>
    public static int SpelledOut(IReadOnlyList<EvidenceToken> words, int index, Func<string, bool> hasWord)
    {
        foreach (var (key, expansion) in Known)
        {
            if (
                index + expansion.Length <= words.Count
                && Enumerable
                    .Range(0, expansion.Length)
                    .All(i => words[index + i].Key == expansion[i] || words[index + i].Stem == WordTokenizer.Stem(expansion[i]))
                && hasWord(key)
            )
            {
                return expansion.Length;
            }
        }

        return 0;
    }
}
