using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>What is denied, left open, planned, asked or made to depend on something is told otherwise.</summary>
internal static partial class ScopeTwists
{
    private static readonly Dictionary<string, string> Pasts = new(StringComparer.Ordinal)
    {
        ["be"] = "was",
        ["make"] = "made",
        ["take"] = "took",
        ["give"] = "gave",
        ["get"] = "got",
        ["go"] = "went",
        ["have"] = "had",
        ["hold"] = "held",
        ["meet"] = "met",
        ["leave"] = "left",
        ["run"] = "ran",
        ["build"] = "built",
        ["buy"] = "bought",
        ["sell"] = "sold",
        ["begin"] = "began",
        ["come"] = "came",
        ["become"] = "became",
        ["see"] = "saw",
        ["keep"] = "kept",
        ["bring"] = "brought",
        ["send"] = "sent",
        ["spend"] = "spent",
        ["pay"] = "paid",
        ["lose"] = "lost",
        ["win"] = "won",
        ["find"] = "found",
        ["tell"] = "told",
        ["say"] = "said",
        ["do"] = "did",
        ["put"] = "put",
        ["cut"] = "cut",
        ["set"] = "set",
        ["rise"] = "rose",
        ["fall"] = "fell",
        ["grow"] = "grew",
        ["speak"] = "spoke",
        ["sit"] = "sat",
        ["stand"] = "stood",
        ["seek"] = "sought",
        ["fight"] = "fought",
        ["write"] = "wrote",
        ["hit"] = "hit",
        ["lead"] = "led",
        ["fly"] = "flew",
        ["draw"] = "drew",
        ["break"] = "broke",
        ["feel"] = "felt",
        ["let"] = "let",
        ["show"] = "showed",
        ["drive"] = "drove",
        ["hear"] = "heard",
        ["eat"] = "ate",
    };

    public static string? AddNegation(string claim) =>
        Helping.Matches(claim).FirstOrDefault(match => !IsQuoted(claim, match.Index)) is { } verb
            ? $"{claim[..(verb.Index + verb.Length)]} not{claim[(verb.Index + verb.Length)..]}"
            : null;

    public static string? DropNegation(string claim) =>
        Nots.Matches(claim).FirstOrDefault(match => !IsQuoted(claim, match.Index)) is { } not
            ? claim[..not.Index]
                + (
                    not.Value.EndsWith("n't", StringComparison.Ordinal) || not.Value.EndsWith("n’t", StringComparison.Ordinal)
                        ? not.Value[..^3]
                        : ""
                )
                + claim[(not.Index + not.Length)..]
            : null;

    public static string? DropRefusal(string claim) =>
        Refusals.Match(claim) is { Success: true } refusal
            ? claim[..refusal.Index] + Past(refusal.Groups["verb"].Value) + claim[(refusal.Index + refusal.Length)..]
            : null;

    public static string? DropPossibility(string claim) =>
        Possible.Matches(claim).FirstOrDefault(match => !IsQuoted(claim, match.Index)) is { } may
            ? claim[..may.Index] + "will" + claim[(may.Index + may.Length)..]
            : null;

    public static string? PlanAsFact(string claim) => AsFact(claim, Plans);

    public static string? ExpectationAsFact(string claim) => AsFact(claim, Expectations);

    public static string? DropCondition(string claim) =>
        Conditions.Match(claim) is { Success: true, Index: > 25 } condition && !IsQuoted(claim, condition.Index)
            ? claim[..condition.Index].TrimEnd(',') + "."
            : null;

    public static string? QuestionAsFact(string claim) =>
        Whether.Match(claim) is { Success: true } whether && !claim.Contains(" or ", StringComparison.Ordinal)
            ? claim[..whether.Index] + "that" + claim[(whether.Index + whether.Length)..]
            : null;

    private static string? AsFact(string claim, Regex pattern) =>
        pattern.Matches(claim).FirstOrDefault(match => !IsQuoted(claim, match.Index)) is { } plan
            ? claim[..plan.Index] + Past(plan.Groups["verb"].Value) + claim[(plan.Index + plan.Length)..]
            : null;

    private static string Past(string verb) =>
        Pasts.TryGetValue(verb, out string? past) ? past
        : verb.EndsWith('e') ? verb + "d"
        : verb.EndsWith('y') && verb.Length > 2 && !"aeiou".Contains(verb[^2]) ? verb[..^1] + "ied"
        : verb + "ed";

    private static bool IsQuoted(string text, int index) =>
        text[..index].Count(static unit => unit == '"') % 2 == 1 || text[..index].LastIndexOf('“') > text[..index].LastIndexOf('”');

    [GeneratedRegex(
        @"\b(?:will|would|could|should|can|is|are|was|were|has|have|had)\b(?! not| never| no\b)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Helping { get; }

    [GeneratedRegex(
        @"(?<=\b(?:will|would|could|should|can|is|are|was|were|has|have|had|may|might)) (?:not|never)\b(?! only| just)|\b(?:is|are|was|were|has|have|had|would|could|should)n['’]t\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Nots { get; }

    [GeneratedRegex(@"\b(?:refused|declined|failed|refuses|declines|fails) to (?<verb>\p{Ll}+)", RegexOptions.CultureInvariant)]
    private static partial Regex Refusals { get; }

    [GeneratedRegex(@"(?<=\p{Ll} )\b(?:may|might|could)\b(?! not)", RegexOptions.CultureInvariant)]
    private static partial Regex Possible { get; }

    [GeneratedRegex(
        @"\b(?:plans?|planned|intends?|intended|hopes?|hoped|wants?|wanted|vowed|promised|pledged|is set|are set|will|is going|are going) (?:to )?(?<verb>\p{Ll}{3,})(?<!\bnot|\bnever|\balso|\bbeen|\bhave|\bonly|ly|ing|\bthe|\bfor|\bhis|\bher|\bits|\bmore|\ball|\band)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Plans { get; }

    [GeneratedRegex(
        @"\b(?:is|are|was|were) (?:widely )?(?:expected|likely|scheduled|due|projected|predicted) to (?<verb>\p{Ll}{2,})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Expectations { get; }

    [GeneratedRegex(
        @",? (?:if|unless)(?<!\b(?:as|even|and|what|only|wonder|see|know|asked) if) [^“”""]+\.$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Conditions { get; }

    [GeneratedRegex(@"(?<= )whether\b(?! or not)", RegexOptions.CultureInvariant)]
    private static partial Regex Whether { get; }
}
