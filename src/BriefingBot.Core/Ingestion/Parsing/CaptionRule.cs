using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Dating;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Knows the captions of photos by what only captions have: a credit, a label, or people told apart by where they stand.</summary>
internal static partial class CaptionRule
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
        return Label().IsMatch(paragraph)
            || AgencyCredit().IsMatch(end)
            || (FinalCredit().IsMatch(end) && (belowByline || Standing().IsMatch(paragraph)));
    }

    [GeneratedRegex(
        @"^(?:\d{1,2} of \d{1,2}\b|Image (?:source|caption|credit),|Media caption,|FILE ?(?:[-–—]|PHOTO\b)|FILE\.|File (?:photo|image|picture)\b|(?:Photos?|PHOTOS?|Image|Picture|Pictured|Caption|Photo (?:credit|courtesy|illustration)|Photograph(?:er)?|Picture credit) ?:\s?\S|Photo(?:graph)? (?:by|courtesy of) |In this (?:\w+\.? \d{1,2}, (?:\d{4},? )?)?(?:file |handout |undated |combination )?(?:photo|image|picture)\b)",
        RegexOptions.CultureInvariant,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"(?:\((?:[^()]{0,80}[ /])?(?:AP Photo|Photo|Image|Photos|Getty Images|Handout)(?:[ /:][^()]{0,80})?\)|\([^()/]{2,60}/(?:Reuters|REUTERS|AFP|EPA|AP|Yonhap)\)|/(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|USA TODAY NETWORK|Shutterstock)(?: (?:via|VIA) [\w. ]{2,40})?|(?:AP|Reuters|REUTERS|AFP)/[\p{L}.' -]{3,40}|(?:via|VIA) (?:Getty Images|AP|AFP|REUTERS|Reuters|Imagn(?: Images)?)|[/,–—-] ?USA TODAY Sports|(?<!\b(?:by|to|from|with|of|and) )Getty Images|Hide Caption)[).]?$",
        RegexOptions.CultureInvariant,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex AgencyCredit();

    [GeneratedRegex(
        @"[.”""\p{L}]\s*\((?:[Pp]hoto: |[Cc]redit: |[Cc]ourtesy(?: of)? )?\p{Lu}[\p{L}.&'’/-]*(?: (?:of |the |and |for )*[\p{Lu}&][\p{L}.&'’/-]*){0,6}\)\.?$",
        RegexOptions.CultureInvariant,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex FinalCredit();

    [GeneratedRegex(
        @"\((?:(?:far |second from (?:the )?|third from (?:the )?|top |bottom |front |back )*(?:left|right|center|centre|middle|foreground|background|L|R|C))\)|, (?:second from |third from |far )?(?:left|right|center|centre), ",
        RegexOptions.CultureInvariant,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex Standing();
}
