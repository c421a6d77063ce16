using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Dating;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Knows what editors remark on an article in it: "Correction: An earlier version of this article said...".</summary>
internal static partial class EditorsNote
{
    /// <summary>Is the paragraph such a remark?</summary>
    public static bool Is(string paragraph) => Opening().IsMatch(paragraph);

    [GeneratedRegex(
        @"^\W{0,8}(?:(?:editor['’]?s['’]? note|corrections?(?: (?:and|&) clarifications?)?|clarifications?)(?: \([^)]{0,40}\)|,? \w+\.? \d{1,2}(?:, \d{4})?)?\s*(?:[:—–.]|-\s|$)"
            + @"|(?:an|a|the) (?:earlier|previous|prior|original) version of this (?:article|story|report|post|headline)\b"
            + @"|this (?:article|story|report|post|headline) (?:was|has been) (?:updated|corrected|amended|edited|revised|changed)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex Opening();
}
