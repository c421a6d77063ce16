using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Knows the captions of photos by what only captions have: a credit, a label, or people told apart by where they stand.</summary>
internal static class CaptionRule
{
    private const int Longest = 900;
    private const int LongestCredit = 200;

    /// <summary>Is the paragraph a caption?</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="belowByline">It hangs on the byline line without an empty line between, where pages put the lead photo.</param>
    public static bool IsCaption(string paragraph, bool belowByline)
    {
        if (paragraph.Length > Longest)
        {
            return false;
        }

        string end = paragraph[^Math.Min(paragraph.Length, LongestCredit)..];
        return Label.IsMatch(paragraph)
            || AgencyCredit.IsMatch(end)
            || (FinalCredit.IsMatch(end) && (belowByline || Standing.IsMatch(paragraph)));
    }

    private static readonly TieredRegex Label = LanguagePattern.Tiered("captions/labels", RegexOptions.CultureInvariant);

    private static readonly TieredRegex AgencyCredit = LanguagePattern.Tiered("captions/agency-credits", RegexOptions.CultureInvariant);

    private static readonly TieredRegex FinalCredit = LanguagePattern.Tiered("captions/final-credit", RegexOptions.CultureInvariant);

    private static readonly TieredRegex Standing = LanguagePattern.Tiered("captions/standing", RegexOptions.CultureInvariant);
}
