using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>Shortens a sentence so that it stays true: what is put between commas, when it happened, adverbs, what "which" tells.</summary>
public static partial class Compression
{
    /// <summary>Null when there is nothing to leave out.</summary>
    public static string? Apply(string claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Contains('“') || claim.Contains('"'))
        {
            return null;
        }

        string text = Between.Replace(claim, " ", 1);
        text = Which.Replace(text, ".", 1);
        text = Adverbs.Replace(text, " ", 1);
        text =
            Lead.Match(text) is { Success: true } lead && char.IsLetter(text[lead.Length])
                ? char.ToUpperInvariant(text[lead.Length]) + text[(lead.Length + 1)..]
                : text;
        return text == claim ? null : text;
    }

    [GeneratedRegex(
        @", (?:who|which|whose|a|an|the) [^,;.]{5,70}, (?=(?:was|is|has|had|were|are|said|will|would|told)\b)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Between { get; }

    [GeneratedRegex(@", which [^,;.]{5,80}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Which { get; }

    [GeneratedRegex(
        @"(?<!\bonly|\bnot|\bjust) (?:also|recently|previously|later|initially|immediately|eventually|already) (?=\p{Ll})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Adverbs { get; }

    [GeneratedRegex(
        @"^(?:Meanwhile|However|Additionally|Earlier this \p{L}+|On \p{Lu}\p{Ll}+day|Last \p{L}+|This \p{L}+), ",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Lead { get; }
}
