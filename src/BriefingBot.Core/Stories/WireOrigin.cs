using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Stories;

/// <summary>
/// The agency that a text comes from: named as outlet or in the byline, or in brackets where a dateline stands ("WASHINGTON (AP) —"). The
/// agencies are <c>Language/English/wire-agencies.txt</c>. Stateless.
/// </summary>
public static class WireOrigin
{
    /// <summary>How far into the running text a dateline reaches.</summary>
    private const int DatelineUnits = 80;

    private static readonly FrozenSet<string> Agencies = LanguageData.Set("wire-agencies");
    private static readonly Regex InBrackets = new(
        $@"\((?<name>{Alternatives()})\)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );
    private static readonly Regex InByline = new(
        $@"(?:^|[^\p{{L}}])(?<name>{Alternatives()})(?:$|[^\p{{L}}])",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    /// <summary>The agency's one name; null when nothing says so.</summary>
    public static string? Of(Article article)
    {
        if (article.Outlet is { } outlet && Agencies.Contains(outlet))
        {
            return OutletNames.Known.Canonical(outlet);
        }

        if (article.Byline is { } byline && InByline.Match(byline) is { Success: true } named)
        {
            return OutletNames.Known.Canonical(named.Groups["name"].Value);
        }

        foreach (var passage in article.Passages.Where(passage => passage.Kind is PassageKind.Body or PassageKind.Byline).Take(2))
        {
            var match = InBrackets.Match(article.Text, passage.Start, Math.Min(passage.End - passage.Start, DatelineUnits));
            if (match.Success)
            {
                return OutletNames.Known.Canonical(match.Groups["name"].Value);
            }
        }

        return null;
    }

    private static string Alternatives() =>
        string.Join('|', LanguageData.Lines("wire-agencies").OrderByDescending(name => name.Length).Select(Regex.Escape));
}
