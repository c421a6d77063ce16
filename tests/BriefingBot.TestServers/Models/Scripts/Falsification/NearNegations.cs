using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Takes a "not" away, or puts a "never" in.</summary>
internal static partial class NearNegations
{
    public static string? Drop(string claim)
    {
        Match? not = Not.Matches(claim).FirstOrDefault(match => !QuotationMarks.Enclose(claim, match.Index));
        return not is null ? null : SpanReplacement.Replace(claim, not, not.Groups["kept"].Value);
    }

    public static string? AddNever(string claim)
    {
        Match? verb = Verbs.Matches(claim).FirstOrDefault(match => !QuotationMarks.Enclose(claim, match.Index));
        return verb is null || Not.IsMatch(claim) ? null : SpanReplacement.Replace(claim, verb, $"{verb.Value} never");
    }

    [GeneratedRegex(
        @"(?<kept>\b(?:is|are|was|were|has|have|had|do|does|did|would|could|should))n['’]t\b|(?<= )(?:not|never) (?!only|just|least|necessarily)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Not { get; }

    [GeneratedRegex(@"\b(?:will|would|has|have|had|was|were|is|are)\b(?= \p{Ll}{4,})", RegexOptions.CultureInvariant)]
    private static partial Regex Verbs { get; }
}
