using System.Text.RegularExpressions;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.FactChecks;

/// <summary>
/// The words between quotation marks: double ones, straight, typographic or angular, and single typographic ones around several words. A
/// mark without its partner opens to the end of the sentence or closes from its beginning. Stateless.
/// </summary>
internal static partial class QuotedSpans
{
    /// <summary>The spans without their marks, of at least two characters.</summary>
    public static IReadOnlyList<string> Of(string sentence)
    {
        List<string> spans = [];
        string rest = Paired.Replace(
            sentence,
            match =>
            {
                spans.Add(match.Groups["q"].Value);
                return new string(' ', match.Length);
            }
        );
        int mark = rest.IndexOfAny(['"', '“', '”', '«', '»']);
        if (mark >= 0)
        {
            bool closes = rest[mark] is '”' or '»';
            spans.Add(closes ? sentence[..mark] : sentence[(mark + 1)..]);
        }

        spans.AddRange(Single().Matches(rest).Select(match => match.Groups["q"].Value));
        return [.. spans.Where(span => span.Trim().Length >= 2)];
    }

    /// <summary>
    /// Do the words stand in the text, whole words at both ends? A comma or full stop that only the closing mark brought in does not count.
    /// </summary>
    public static bool StandIn(string quote, NormalizedText text)
    {
        string wanted = quote.Trim();
        return Stands(wanted, text) || (wanted.Length > 2 && wanted[^1] is '.' or ',' && Stands(wanted[..^1], text));
    }

    private static bool Stands(string quote, NormalizedText text) =>
        text.HasWord(quote.Trim()) || text.HasWord(WithOtherCase(quote.Trim()));

    /// <summary>A quotation may open a sentence, or stop opening one.</summary>
    private static string WithOtherCase(string quote) =>
        quote.Length < 2 || char.IsUpper(quote[1])
            ? quote
            : (char.IsUpper(quote[0]) ? char.ToLowerInvariant(quote[0]) : char.ToUpperInvariant(quote[0])) + quote[1..];

    private static readonly TieredRegex Paired = LanguagePattern.Tiered(
        "quotes/paired",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    // Several words: a single one may be an apostrophe's.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])‘(?<q>[^‘]{2,}?\s[^‘]*?)’(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Single();
}
