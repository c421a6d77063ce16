using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Names that are nearly right: half of them, or right ones in the wrong place.</summary>
internal static partial class NearNames
{
    private static readonly string[] FirstNames =
    [
        "Peter",
        "Susan",
        "Carlos",
        "Ingrid",
        "Ahmed",
        "Yuki",
        "Laura",
        "Stephen",
        "Nadia",
        "Olga",
        "Brian",
        "Helen",
        "Rafael",
        "Keiko",
        "Martin",
        "Grace",
    ];

    private static readonly string[] LastNames =
    [
        "Keller",
        "Whitfield",
        "Sanchez",
        "Okonkwo",
        "Larsen",
        "Petrov",
        "Tanaka",
        "Dubois",
        "Haddad",
        "Novak",
        "Fletcher",
        "Moretti",
        "Bauer",
        "Singh",
        "Hughes",
        "Romero",
    ];

    private static readonly HashSet<string> NoNames = new(
        """
        The A An In On At It They He She This These That Those Both After Before But And As For From His Her Their Its If When While Since Under With Monday Tuesday Wednesday
        Thursday Friday Saturday Sunday January February March April May June July August September October November December President Prime Minister Foreign Secretary
        Mayor General Senior Chief Mr Mrs Ms Dr Earlier Later Also However Besides There We You What Who Where Officials Nobody Some Many Most More Other Another Two Three
        State Department House Senate White Sen Rep Gov Justice Judge Attorney Vice Republican Republicans Democrat Democrats Democratic Additionally I According During Last
        Two Three Four Five Six Seven Eight Nine Ten Today Yesterday Our My No Not Yes Over By To Of
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

    public static string? Apply(string claim, NearMiss kind, CitedEvidence evidence, Random dice)
    {
        switch (kind)
        {
            case NearMiss.OtherFirstName or NearMiss.OtherLastName:
                string[] free = [.. (kind == NearMiss.OtherFirstName ? FirstNames : LastNames).Where(name => !evidence.Has(name))];
                Match? person = SpanReplacement
                    .UnquotedFirst(
                        claim,
                        Persons
                            .Matches(claim)
                            .Where(static match =>
                                !NoNames.Contains(match.Groups["first"].Value) && !NoNames.Contains(match.Groups["last"].Value)
                            )
                    )
                    .FirstOrDefault();
                if (person is null || free.Length == 0)
                {
                    return null;
                }

                string other = free[dice.Next(free.Length)];
                return SpanReplacement.Replace(
                    claim,
                    person,
                    kind == NearMiss.OtherFirstName ? $"{other} {person.Groups["last"].Value}" : $"{person.Groups["first"].Value} {other}"
                );
            case NearMiss.NameOfPassage:
                string[] others =
                [
                    .. evidence
                        .Cited.SelectMany(static passage => Of(passage.Text))
                        .Select(static match => match.Value)
                        .Distinct(StringComparer.Ordinal)
                        .Where(name => name.Split(' ').All(word => !claim.Contains(word, StringComparison.Ordinal))),
                ];
                Match? own = SpanReplacement.UnquotedFirst(claim, Of(claim)).FirstOrDefault();
                return others.Length == 0 || own is null ? null : SpanReplacement.Replace(claim, own, others[dice.Next(others.Length)]);
            default:
                Match[] names =
                [
                    .. Of(claim)
                        .DistinctBy(static match => match.Value)
                        .Where(static match => match.Index > 0 || match.Value.Contains(' ', StringComparison.Ordinal)),
                ];
                return
                    names.Length < 2
                    || names[0].Value.Contains(names[1].Value, StringComparison.Ordinal)
                    || names[1].Value.Contains(names[0].Value, StringComparison.Ordinal)
                    ? null
                    : claim[..names[0].Index]
                        + names[1].Value
                        + claim[(names[0].Index + names[0].Length)..names[1].Index]
                        + names[0].Value
                        + claim[(names[1].Index + names[1].Length)..];
        }
    }

    private static IEnumerable<Match> Of(string sentence) =>
        Names
            .Matches(sentence)
            .Where(match =>
                !match.Value.Split(' ').Any(NoNames.Contains) && (match.Index > 0 || match.Value.Contains(' ', StringComparison.Ordinal))
            );

    [GeneratedRegex(@"(?<![\p{L}.'’-])\p{Lu}\p{Ll}[\p{L}'-]*(?: \p{Lu}\p{Ll}[\p{L}'-]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Names { get; }

    [GeneratedRegex(
        @"(?<![\p{L}.'’-])(?<first>\p{Lu}\p{Ll}{2,}) (?<last>\p{Lu}\p{Ll}{2,})(?![\p{L}-]| \p{Lu})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Persons { get; }
}
