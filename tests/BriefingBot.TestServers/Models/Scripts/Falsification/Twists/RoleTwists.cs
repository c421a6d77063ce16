using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Scripts.Falsification.Twists;

/// <summary>Who does what to whom, and what of which sentence.</summary>
internal static partial class RoleTwists
{
    public static string? Exchange(string claim)
    {
        Match[] names = [.. Names.Matches(claim).Where(match => match.Index > 0 || match.Value.Contains(' ', StringComparison.Ordinal))];
        for (int i = 0; i + 1 < names.Length; i++)
        {
            string between = claim[(names[i].Index + names[i].Length)..names[i + 1].Index];
            if (
                Acting.IsMatch(between)
                && !between.Contains(" met ", StringComparison.Ordinal)
                && names[i].Value != names[i + 1].Value
                && !names[i].Value.Contains(names[i + 1].Value, StringComparison.Ordinal)
                && !names[i + 1].Value.Contains(names[i].Value, StringComparison.Ordinal)
            )
            {
                return claim[..names[i].Index]
                    + names[i + 1].Value
                    + between
                    + names[i].Value
                    + claim[(names[i + 1].Index + names[i + 1].Length)..];
            }
        }

        return null;
    }

    public static string? Splice(string claim, IReadOnlyList<string> passage, Random dice)
    {
        if (Tail.Match(claim) is not { Success: true, Index: > 25 } own || claim.Contains('“') || claim.Contains('"'))
        {
            return null;
        }

        string[] others =
        [
            .. passage
                .Where(sentence => sentence != claim && !sentence.Contains('“') && !sentence.Contains('"'))
                .Select(sentence => Tail.Match(sentence))
                .Where(tail =>
                    tail.Success
                    && tail.Groups["word"].Value == own.Groups["word"].Value
                    && !claim.Contains(tail.Value.TrimEnd('.'), StringComparison.Ordinal)
                )
                .Select(static tail => tail.Value),
        ];
        return others.Length == 0 ? null : claim[..own.Index] + others[dice.Next(others.Length)];
    }

    public static string? OtherTitle(string claim, IReadOnlyList<string> passage)
    {
        if (Titled.Matches(claim).FirstOrDefault() is not { } own)
        {
            return null;
        }

        string? other = passage
            .SelectMany(sentence => Titled.Matches(sentence))
            .Where(match => match.Groups["title"].Value != own.Groups["title"].Value)
            .Select(static match => match.Groups["name"].Value)
            .FirstOrDefault(name =>
                !claim.Contains(name.Split(' ')[^1], StringComparison.Ordinal)
                && !own.Groups["name"].Value.Contains(name, StringComparison.Ordinal)
            );
        Group name = own.Groups["name"];
        return other is null ? null : claim[..name.Index] + other + claim[(name.Index + name.Length)..];
    }

    public static string? OtherSubject(string claim, IReadOnlyList<string> passage)
    {
        if (Pronoun.Match(claim) is not { Success: true } pronoun)
        {
            return null;
        }

        int at = passage.ToList().IndexOf(claim);
        string near = string.Join(' ', passage.Skip(Math.Max(0, at - 2)).Take(Math.Min(at, 2) + 1));
        string? other = passage
            .SelectMany(PersonNames.Of)
            .Select(static match => match.Value)
            .FirstOrDefault(name => !name.Split(' ').Any(word => near.Contains(word, StringComparison.Ordinal)));
        return at < 1 || other is null || PersonNames.Of(near).Count == 0 ? null : other + claim[pronoun.Length..];
    }

    [GeneratedRegex(@"(?<![\p{L}.'’-])\p{Lu}\p{Ll}[\p{L}'-]*(?: \p{Lu}\p{Ll}[\p{L}'-]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Names { get; }

    [GeneratedRegex(
        @"^ (?:\p{Ll}+ )?(?:beat|defeated|accused|killed|sued|attacked|criticized|told|asked|urged|endorsed|succeeded|replaced|backed|praised|called|blamed|warned|hired|fired|bought|visited|invited|thanked|joined|supported|opposed|appointed|nominated|arrested|charged|struck|invaded|sanctioned|banned|signed|acquired)(?: \p{Ll}+){0,2} $",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Acting { get; }

    [GeneratedRegex(
        @" (?<word>in|at|on|for|with|after|from|by|to) (?:the |a |his |her |its )?[^,.]{4,60}\.$",
        RegexOptions.CultureInvariant | RegexOptions.RightToLeft
    )]
    private static partial Regex Tail { get; }

    [GeneratedRegex(
        @"\b(?<title>President|Prime Minister|Foreign Minister|Secretary of State|Defense Secretary|Attorney General|Gov\.|Sen\.|Rep\.|Mayor|Judge|Justice|Chancellor|King|Prince|Minister|Director|Chief|Speaker|Vice President) (?<name>\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})?)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Titled { get; }

    [GeneratedRegex(@"^(?:He|She)(?= \p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun { get; }
}
