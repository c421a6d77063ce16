using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>How much and how many.</summary>
internal static partial class AmountTwists
{
    public static string? ChangeBound(string claim, Random dice)
    {
        if (Bounds.Match(claim) is not { Success: true } bound)
        {
            return null;
        }

        string other =
            dice.Next(2) == 0
                ? ""
                : bound.Value.Trim().ToLowerInvariant() switch
                {
                    "at least" or "more than" or "over" => "fewer than ",
                    "up to" or "as many as" or "as much as" or "nearly" or "almost" or "fewer than" or "less than" => "more than ",
                    _ => "exactly ",
                };
        string text = claim[..bound.Index] + other + claim[(bound.Index + bound.Length)..];
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    public static string? ChangeQuantifier(string claim)
    {
        if (Quantifiers.Match(claim) is not { Success: true } found)
        {
            return null;
        }

        string other = found.Value.ToLowerInvariant() switch
        {
            "some" or "many" or "most" or "several" or "a few" or "part of" => "all",
            "all" => "some",
            "every" => "hardly any",
            "only" => "",
            _ => "many",
        };
        string text = claim[..found.Index] + other + claim[(found.Index + found.Length)..];
        text = text.Replace("  ", " ", StringComparison.Ordinal).TrimStart();
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    [GeneratedRegex(
        @"\b(?:[Aa]t least|[Mm]ore than|[Oo]ver|[Uu]p to|[Aa]s many as|[Aa]s much as|[Nn]early|[Aa]lmost|[Ff]ewer than|[Ll]ess than|[Aa]bout|[Aa]round|[Rr]oughly|[Aa]pproximately) (?=[$£€]?\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Bounds { get; }

    [GeneratedRegex(
        @"\b(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa] few|[Aa]ll|[Ee]very|only)\b(?= \p{Ll}{4,})(?<!\bthe most|\b[Aa]t most|\b[Aa]fter all|\bnot only|\bthe only|\bnot all|\b[Aa]s many|\bhow many)(?! (?:because|when|after|about|than))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Quantifiers { get; }
}
