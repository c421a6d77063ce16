using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Knows bylines without "By": names and outlet in one line ("Jane Doe, USA TODAY") or in two, or the outlet alone.</summary>
internal static partial class CreditLine
{
    private const int Longest = 90;
    private const int LongestFoot = 300;

    /// <summary>
    /// Is the whole line an outlet, a role or the source of a compiled story ("From wire reports", "Special to The Star")?
    /// </summary>
    public static bool IsOutlet(string line) =>
        line.Length <= Longest && (KnownOutlets.Contains(line.TrimEnd('.')) || Outlet.IsMatch(line));

    /// <summary>The byline of two lines, or null when they are none.</summary>
    public static BylineLine? Read(string names, string below) =>
        names.Length <= Longest
        && !names.EndsWith('.')
        && (IsOutlet(below) || KnownOutlets.LooksLikeOne(below))
        && !IsOutlet(names)
        && AuthorNames.Read(names) is { } authors
            ? new BylineLine(authors.Names, authors.Outlet ?? Named(below), null, null, false)
            : null;

    /// <summary>The byline of one line, or null when it is none.</summary>
    public static BylineLine? ReadLine(string line)
    {
        int cut = line.LastIndexOfAny([',', '|']);
        if (IsOutlet(line))
        {
            return new BylineLine(null, Named(line), null, null, false);
        }

        return
            cut > 0
            && line.Length <= Longest
            && line[(cut + 1)..].Trim() is var outlet
            && IsOutlet(outlet)
            && AuthorNames.Read(line[..cut].Trim()) is { } authors
            ? new BylineLine(authors.Names, authors.Outlet ?? Named(outlet), null, null, false)
            : null;
    }

    /// <summary>
    /// The credits that close an article: "(Yonhap)" alone, "Reporting by Jane Doe; Editing by John Smith". Null for anything else.
    /// </summary>
    public static BylineLine? ReadFoot(string line)
    {
        if (line.Length > 2 && line[0] == '(' && line[^1] == ')' && KnownOutlets.Contains(line[1..^1]))
        {
            return new BylineLine(null, line[1..^1], null, null, false);
        }

        var reporters = Reporters().Match(line);
        return reporters.Success && line.Length <= LongestFoot
            ? new BylineLine(AuthorNames.Read(reporters.Groups["names"].Value.Trim())?.Names, null, null, null, false)
            : null;
    }

    private static string? Named(string line) =>
        KnownOutlets.Contains(line) || (!Outlet.IsMatch(line) && KnownOutlets.LooksLikeOne(line)) ? line : null;

    [GeneratedRegex(
        @"^\(?(?:Reporting|Writing) by (?<names>[^;()]{3,120}?)(?:\.?\)?$|;|, (?:editing|writing)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex Reporters();

    private static readonly TieredRegex Outlet = LanguagePattern.Tiered(
        "bylines/outlet-credits",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );
}
