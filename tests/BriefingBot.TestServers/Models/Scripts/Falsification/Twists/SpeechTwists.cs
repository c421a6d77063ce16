using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>Who says it, with what force, or nobody.</summary>
internal static partial class SpeechTwists
{
    private static readonly Dictionary<string, string[]> Forces = new(StringComparer.Ordinal)
    {
        ["said"] = ["admitted", "denied", "warned", "promised"],
        ["says"] = ["admits", "denies", "warns"],
        ["denied"] = ["admitted", "confirmed"],
        ["claimed"] = ["admitted", "proved"],
        ["warned"] = ["promised", "denied"],
        ["promised"] = ["refused", "denied"],
        ["admitted"] = ["denied"],
        ["urged"] = ["ordered", "forced"],
        ["asked"] = ["ordered", "forced"],
    };

    public static string? OtherSpeaker(string claim, IReadOnlyList<string> passage, Random dice)
    {
        foreach (Match speech in NameSays.Matches(claim).Concat(SaysName.Matches(claim)))
        {
            Group name = speech.Groups["name"];
            string[] others =
            [
                .. passage
                    .SelectMany(PersonNames.Of)
                    .Select(static match => match.Value)
                    .Distinct(StringComparer.Ordinal)
                    .Where(other =>
                        !claim.Contains(other.Split(' ')[^1], StringComparison.Ordinal)
                        && !other.Contains(name.Value.Split(' ')[^1], StringComparison.Ordinal)
                    ),
            ];
            if (others.Length > 0)
            {
                return claim[..name.Index] + others[dice.Next(others.Length)] + claim[(name.Index + name.Length)..];
            }
        }

        return null;
    }

    public static string? OtherForce(string claim, Random dice) =>
        Verbs.Match(claim) is { Success: true } verb && Forces[verb.Value] is var others
            ? claim[..verb.Index] + others[dice.Next(others.Length)] + claim[(verb.Index + verb.Length)..]
            : null;

    public static string? DropAttribution(string claim)
    {
        if (AccordingTo.Match(claim) is { Success: true } according)
        {
            return claim[..according.Index] + ".";
        }

        if (SaidBehind.Match(claim) is { Success: true } behind && !claim.Contains('“') && !claim.Contains('"'))
        {
            return claim[..behind.Index] + ".";
        }

        return
            SaidThat.Match(claim) is { Success: true } that
            && claim.Length - that.Length > 30
            && !claim.Contains('“')
            && !claim.Contains('"')
            ? char.ToUpperInvariant(claim[that.Length]) + claim[(that.Length + 1)..]
            : null;
    }

    [GeneratedRegex(
        @"(?<name>\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}|(?<=\. |^)\p{Lu}\p{Ll}{3,})(?= (?:said|says|told|added|warned|claimed|argued)\b)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameSays { get; }

    [GeneratedRegex(@"(?<=(?:said|says|added) )(?<name>\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,})", RegexOptions.CultureInvariant)]
    private static partial Regex SaysName { get; }

    [GeneratedRegex(@"\b(?:said|says|denied|claimed|warned|promised|admitted|urged|asked)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Verbs { get; }

    [GeneratedRegex(@", according to [^,.]{3,80}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex AccordingTo { get; }

    [GeneratedRegex(@", (?:(?:[\p{L}.'’-]+ ){1,5}said|said (?:[\p{L}.'’-]+ ?){1,6})(?: on \p{L}+)?\.$", RegexOptions.CultureInvariant)]
    private static partial Regex SaidBehind { get; }

    [GeneratedRegex(@"^(?:[\p{L}.'’-]+ ){1,6}(?:said|claimed|argued|believes|alleged) (?:that )?(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex SaidThat { get; }
}
