using System.Collections.Frozen;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Polarity;

/// <summary>Words that say the opposite of each other. Stems.</summary>
internal static class Opposites
{
    private static readonly FrozenDictionary<string, (int Pair, bool Second)[]> Meanings = Build(Lines);

    private static readonly FrozenDictionary<string, (int Pair, bool Second)[]> InPlace = Build(PlaceLines);

    /// <summary>The sides that a word takes, whatever stands around it.</summary>
    public static IReadOnlyList<(int Pair, bool Second)> SidesOf(string stem) => Meanings.GetValueOrDefault(stem) ?? [];

    /// <summary>
    /// Are both opposites where one stands in the other's place? Also those that are too common to tell anything elsewhere.
    /// </summary>
    public static bool InOnePlace(string stem, string other) => Oppose(Meanings, stem, other) || Oppose(InPlace, stem, other);

    private static bool Oppose(FrozenDictionary<string, (int Pair, bool Second)[]> table, string stem, string other) =>
        table.TryGetValue(stem, out var sides)
        && table.TryGetValue(other, out var others)
        && sides.Any(side => others.Any(opposed => opposed.Pair == side.Pair && opposed.Second != side.Second));

    private static FrozenDictionary<string, (int Pair, bool Second)[]> Build(string text)
    {
        Dictionary<string, List<(int, bool)>> table = new(StringComparer.Ordinal);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (int i = 0; i < lines.Length; i++)
        {
            string[] sides = lines[i].Split('|');
            for (int side = 0; side < 2; side++)
            {
                foreach (string word in sides[side].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    string stem = WordTokenizer.Stem(word);
                    if (!table.TryGetValue(stem, out var list))
                    {
                        table[stem] = list = [];
                    }

                    list.Add((i, side == 1));
                }
            }
        }

        return table.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Distinct().ToArray(), StringComparer.Ordinal);
    }

    private const string Lines = """
        rise rose risen rising increase increased grow grew grown climb climbed jump jumped surge surged soar soared raise raised boost boosted | fall fell fallen drop dropped decline declined decrease decreased shrink shrank plunge plunged slump slumped tumble tumbled sink sank reduce reduced cut lower lowered
        support supported supporter back backed endorse endorsed favor favored | oppose opposed opponent reject rejected
        approve approved accept accepted agree agreed adopt adopted | reject rejected refuse refused veto vetoed deny denied decline declined
        win won victory | lose lost loss defeat defeated
        open opened reopen reopened | close closed shut
        begin began begun start started launch launched | end ended stop stopped cease ceased halt halted finish finished
        condemn condemned criticize criticized criticise criticised denounce denounced | praise praised welcome welcomed hail hailed applaud applauded
        confirm confirmed | deny denied dispute disputed
        allow allowed permit permitted legalize legalized | ban banned prohibit prohibited forbid forbade forbidden outlaw outlawed
        strengthen strengthened bolster bolstered | weaken weakened
        expand expanded | shrink shrank contract contracted
        guilty convicted convict | innocent acquitted acquit
        buy bought purchase purchased | sell sold sale
        import imported | export exported
        join joined | leave left quit withdraw withdrew withdrawn
        success successful succeed succeeded | failure fail failed
        survive survived alive | die died dead killed
        arrive arrived | depart departed
        include included | exclude excluded
        hire hired | fire fired
        optimistic hopeful | pessimistic
        safe safer | dangerous unsafe
        legal lawful | illegal unlawful
        likely | unlikely
        able | unable
        peaceful | violent
        release released free freed | arrest arrested detain detained imprison imprisoned jail jailed
        gain gained profit | loss lost
        improve improved | worsen worsened
        extend extended | shorten shortened
        widen widened | narrow narrowed
        enter entered | exit exited
        lift lifted ease eased | impose imposed tighten tightened
        """;

    // Too common, or with too many senses, to tell anything but in the other's very place.
    private const string PlaceLines = """
        more most | less fewer least fewest
        before | after
        first | last
        up | down
        over above exceeding | under below
        ahead | behind
        high higher highest | low lower lowest
        large larger largest big bigger biggest major | small smaller smallest little minor
        early earlier | late later
        best better good | worst worse bad
        old older oldest | young younger youngest new
        long longer | short shorter
        he him his | she her hers
        man men male boy boys father son brother husband king | woman women female girl girls mother daughter sister wife queen
        north northern | south southern
        east eastern | west western
        left | right
        in inside within | out outside without
        with | without against
        for | against
        may might could | will must
        always | never
        all every everyone | no none nobody
        many | few
        increase | decrease
        public | private
        war | peace
        day | night
        yes | no
        true | false
        same | different
        rich | poor
        strong stronger | weak weaker
        near | far
        local domestic | foreign
        to | from
        domestic | international
        """;
}
