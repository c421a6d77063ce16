using System.Net;
using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Formats;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Undoes what got into a text on its way: tags, entities (also when they were escaped twice), UTF-8 that was read as another encoding.
/// </summary>
internal static partial class Markup
{
    private const int MostRounds = 3;

    /// <summary>The text as its readers saw it.</summary>
    public static string Strip(string text)
    {
        if (HtmlText.IsMarkup(text))
        {
            text = HtmlText.ToPlain(text);
        }

        for (int round = 0; round < MostRounds && text.Contains('&', StringComparison.Ordinal) && Entity().IsMatch(text); round++)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return Mojibake.Repair(text);
    }

    [GeneratedRegex(
        @"&(#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}\d{0,2});",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Entity();
}
