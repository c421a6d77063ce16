using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>Puts something else in the place of a match.</summary>
internal static class SpanReplacement
{
    public static string Replace(string text, Match match, string with) =>
        text[..match.Index] + with + text[(match.Index + match.Length)..];

    /// <summary>Matches outside quotation marks first: there a change is a wrong fact and not a wrong quotation.</summary>
    public static IEnumerable<Match> UnquotedFirst(string text, IEnumerable<Match> matches) =>
        matches.OrderBy(match => QuotationMarks.Enclose(text, match.Index));
}
