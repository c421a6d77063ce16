using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Reads what follows "By": names as printed, an outlet, roles (which are dropped). Anything else is no byline.</summary>
internal static partial class AuthorNames
{
    /// <summary>The names and the outlet; null when the text is no list of names.</summary>
    public static (string Names, string? Outlet)? Read(string text)
    {
        var names = new List<string>();
        string? outlet = null;
        foreach (
            string part in Contact().Replace(text, " ").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (KnownOutlets.Contains(part) && names.Count > 0)
            {
                outlet ??= part;
                continue;
            }

            if (Role.IsMatch(part) && names.Count > 0)
            {
                continue;
            }

            var (listed, named) = KnownOutlets.SplitAtEnd(part);
            outlet ??= named;
            if (People(listed) is not { } people)
            {
                return null;
            }

            names.Add(people);
        }

        if (names.Count == 0)
        {
            return null;
        }

        string all = string.Join(", ", names);
        return (all, outlet ?? (KnownOutlets.Contains(all) ? all : null));
    }

    /// <summary>Is it the name of one person, or of several, and nothing else?</summary>
    public static bool IsNames(string text) => text.Length <= 80 && People(text) is not null && !KnownOutlets.Contains(text);

    /// <summary>Does it only say what somebody is at the paper?</summary>
    public static bool IsRole(string text) => text.Length <= 60 && Role.IsMatch(text);

    // The names as printed, without the place or the role behind each; null when some part is no name.
    private static string? People(string list)
    {
        var bare = new System.Text.StringBuilder();
        int at = 0;
        foreach (Match and in And().Matches(list))
        {
            if (!Add(list[at..and.Index]))
            {
                return null;
            }

            bare.Append(and.Value);
            at = and.Index + and.Length;
        }

        return Add(list[at..]) && bare.Length > 0 ? bare.ToString() : null;

        bool Add(string person)
        {
            string name = TrailingRole().Replace(person.Trim(), "");
            bare.Append(name);
            return KnownOutlets.Contains(name) || Name.IsMatch(name);
        }
    }

    // Two to five words with capitals, particles between them; "Staff" and "The Editorial Board" sign too.
    private static readonly TieredRegex Name = LanguagePattern.Tiered("bylines/author", RegexOptions.CultureInvariant);

    private static readonly TieredRegex Role = LanguagePattern.Tiered(
        "bylines/roles",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex(
        @" (?:Staff (?:Writer|Reporter)s?|Special to .+|for .+|in \p{Lu}.*|Correspondent|Reporter|Editor)$",
        RegexOptions.CultureInvariant,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex TrailingRole();

    [GeneratedRegex(@"\([^)]{0,60}\)|\S+@\S+|\s@\w+", RegexOptions.CultureInvariant, DateText.TimeoutMilliseconds)]
    private static partial Regex Contact();

    [GeneratedRegex(@" (?:and|AND|&|with|WITH) ", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex And();
}
