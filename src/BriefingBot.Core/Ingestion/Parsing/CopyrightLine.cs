using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Reads the outlet of "Copyright 2023 The Daily Example. All rights reserved."</summary>
internal static class CopyrightLine
{
    /// <summary>The holder, or null when the line names none.</summary>
    public static string? Holder(string line) =>
        Pattern.Match(line) is { Success: true } match ? match.Groups["holder"].Value.TrimEnd('.', ' ') : null;

    private static readonly TieredRegex Pattern = LanguagePattern.Tiered(
        "bylines/copyright",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );
}
