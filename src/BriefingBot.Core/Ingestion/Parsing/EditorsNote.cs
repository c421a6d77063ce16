using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Knows what editors remark on an article in it: "Correction: An earlier version of this article said...".</summary>
internal static class EditorsNote
{
    /// <summary>Is the paragraph such a remark?</summary>
    public static bool Is(string paragraph) => Opening.IsMatch(paragraph);

    private static readonly TieredRegex Opening = LanguagePattern.Tiered(
        "bylines/editors-notes",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );
}
