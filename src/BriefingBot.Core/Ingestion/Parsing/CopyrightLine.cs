using System.Text.RegularExpressions;
using BriefingBot.Core.Ingestion.Dating;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Reads the outlet of "Copyright 2023 The Daily Example. All rights reserved."</summary>
internal static partial class CopyrightLine
{
    /// <summary>The holder, or null when the line names none.</summary>
    public static string? Holder(string line) =>
        Pattern().Match(line) is { Success: true } match ? match.Groups["holder"].Value.TrimEnd('.', ' ') : null;

    [GeneratedRegex(
        @"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)\s*(?:©|\([cC]\))?\s*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s+(?:by\s+)?(?<holder>\p{Lu}[\p{L}\d&'’-]*(?: (?:of |the |and |for )*[\p{Lu}&][\p{L}\d&'’-]*){0,5})(?:[.,]|$|\s\()",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        DateText.TimeoutMilliseconds
    )]
    private static partial Regex Pattern();
}
