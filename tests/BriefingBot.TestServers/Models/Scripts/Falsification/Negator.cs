using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Says the opposite with the fewest words.</summary>
internal static partial class Negator
{
    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["agreed"] = "refused",
        ["approved"] = "rejected",
        ["condemned"] = "praised",
        ["confirmed"] = "denied",
        ["increased"] = "decreased",
        ["rose"] = "fell",
        ["fell"] = "rose",
        ["won"] = "lost",
        ["supports"] = "opposes",
        ["supported"] = "opposed",
        ["opened"] = "closed",
        ["closed"] = "opened",
        ["accepted"] = "refused",
    };

    public static string? Apply(string claim)
    {
        foreach (Match match in Verbs.Matches(claim).Where(match => !QuotationMarks.Enclose(claim, match.Index)))
        {
            return SpanReplacement.Replace(
                claim,
                match,
                Opposites.TryGetValue(match.Value, out string? opposite) ? opposite : $"{match.Value} not"
            );
        }

        return Starts.Match(claim) is { Success: true } start
            ? $"It is not true that {start.Value.ToLowerInvariant()}{claim[start.Length..]}"
            : null;
    }

    [GeneratedRegex(
        @"\b(?:will|would|could|should|can|is|are|was|were|has|have|had|"
            + @"agreed|approved|condemned|confirmed|increased|rose|fell|won|supports|supported|opened|closed|accepted)\b(?! not)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Verbs { get; }

    [GeneratedRegex("^(?:The|A|An|It|They|He|She|This|These|Both)(?= )", RegexOptions.CultureInvariant)]
    private static partial Regex Starts { get; }
}
