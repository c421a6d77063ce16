using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>The abbreviations of English news text: titles, months, states in newspaper style, companies.</summary>
internal static class Abbreviations
{
    private static readonly string[] Leading =
    [
        "Mr",
        "Mrs",
        "Ms",
        "Mx",
        "Dr",
        "Drs",
        "Prof",
        "Profs",
        "Messrs",
        "Mme",
        "Mlle",
        "Rev",
        "Revs",
        "Hon",
        "Fr",
        "Msgr",
        "Gen",
        "Gens",
        "Brig",
        "Maj",
        "Col",
        "Cols",
        "Lt",
        "Lts",
        "Capt",
        "Cmdr",
        "Sgt",
        "Cpl",
        "Pvt",
        "Adm",
        "Spc",
        "Insp",
        "Supt",
        "Det",
        "Dets",
        "Gov",
        "Govs",
        "Sen",
        "Sens",
        "Rep",
        "Reps",
        "Pres",
        "Amb",
        "Atty",
        "Asst",
        "Assoc",
        "Dep",
        "Exec",
        "Supt",
        "Cllr",
        "St",
        "Ste",
        "Mt",
        "Ft",
        "vs",
        "v",
        "e.g",
        "i.e",
        "cf",
        "viz",
        "approx",
        "ca",
    ];

    private static readonly string[] BeforeNumber = ["No", "Nos", "no", "nos", "Art", "Vol", "Fig", "Ch", "Sec", "pp", "p", "Op"];

    private static readonly string[] Anywhere =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "Mon",
        "Tue",
        "Tues",
        "Wed",
        "Thu",
        "Thur",
        "Thurs",
        "Fri",
        "Inc",
        "Corp",
        "Co",
        "Cos",
        "Ltd",
        "Bros",
        "Jr",
        "Sr",
        "Esq",
        "Dept",
        "Univ",
        "Assn",
        "Ave",
        "Blvd",
        "Rd",
        "Hwy",
        "Est",
        "Bancorp",
        "Ala",
        "Ariz",
        "Ark",
        "Calif",
        "Colo",
        "Conn",
        "Del",
        "Fla",
        "Ga",
        "Ill",
        "Ind",
        "Kan",
        "Ky",
        "La",
        "Md",
        "Mass",
        "Mich",
        "Minn",
        "Miss",
        "Mo",
        "Mont",
        "Neb",
        "Nev",
        "Okla",
        "Ore",
        "Pa",
        "Tenn",
        "Tex",
        "Vt",
        "Va",
        "Wash",
        "Wis",
        "Wyo",
        "Ont",
        "Que",
        "etc",
        "al",
        "ft",
        "lb",
        "lbs",
        "oz",
        "mph",
        "min",
        "max",
    ];

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
            var (words, kind) in new[]
            {
                (Leading, AbbreviationKind.Leading),
                (BeforeNumber, AbbreviationKind.BeforeNumber),
                (Anywhere, AbbreviationKind.Anywhere),
            }
        )
        {
            foreach (string word in words)
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
