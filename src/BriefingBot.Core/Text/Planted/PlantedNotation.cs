using System.Buffers;
using System.Text.RegularExpressions;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Text.Planted;

/// <summary>
/// Finds notation that no news text has: chat templates, fences, hidden elements, code, tool results, calls of a chat platform. Stateless.
/// </summary>
internal static partial class PlantedNotation
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int TimeoutMilliseconds = 2000;

    // Without any of them there is nothing to look for.
    private static readonly SearchValues<char> Signs = SearchValues.Create("<{`@=*~#_[:");

    /// <summary>The spans with all that they enclose; they may overlap.</summary>
    public static IEnumerable<TextSpan> Find(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs))
        {
            yield break;
        }

        MatchCollection[] whole = [Comment().Matches(text), HiddenElement.Matches(text), CodeFence().Matches(text), Calls().Matches(text)];
        foreach (var matches in whole)
        {
            foreach (Match match in matches)
            {
                yield return new TextSpan(match.Index, match.Index + match.Length);
            }
        }

        foreach (var tokens in (MatchCollection[])[TemplateToken.Matches(text), Fence.Matches(text)])
        {
            if (Enclosed(text, tokens) is { } enclosed)
            {
                yield return enclosed;
            }
        }

        foreach (Match match in RoleLabel().Matches(text))
        {
            yield return new TextSpan(match.Index, EndOfParagraph(text, match.Index));
        }

        foreach (Match match in JsonStart().Matches(text))
        {
            yield return new TextSpan(match.Index, EndOfBraces(text, match.Index));
        }
    }

    /// <summary>From the first to the last; a single one reaches to the end of its paragraph.</summary>
    private static TextSpan? Enclosed(string text, MatchCollection tokens)
    {
        if (tokens.Count == 0)
        {
            return null;
        }

        var last = tokens[^1];
        int end = tokens.Count == 1 ? EndOfParagraph(text, last.Index) : last.Index + last.Length;
        return new TextSpan(tokens[0].Index, end);
    }

    private static int EndOfParagraph(string text, int from) =>
        text.IndexOf("\n\n", from, StringComparison.Ordinal) is var end and >= 0 ? end : text.Length;

    private static int EndOfBraces(string text, int start)
    {
        int depth = 0;
        for (int i = start; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return EndOfParagraph(text, start);
    }

    [GeneratedRegex("<!--.*?(?:-->|$)", Options | RegexOptions.Singleline, TimeoutMilliseconds)]
    private static partial Regex Comment();

    private static readonly TieredRegex HiddenElement = LanguagePattern.Tiered(
        "hidden-notation/hidden-elements",
        Options | RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    );

    [GeneratedRegex("```.*?(?:```|$)", Options | RegexOptions.Singleline, TimeoutMilliseconds)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"@(?:everyone|here|channel)\b|<[@!#][&!]?[\w^|-]+>", Options | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Calls();

    private static readonly TieredRegex TemplateToken = LanguagePattern.Tiered(
        "hidden-notation/template-tokens",
        Options | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant
    );

    private static readonly TieredRegex Fence = LanguagePattern.Tiered(
        "hidden-notation/fences",
        Options | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    [GeneratedRegex(
        @"(?:^|(?<=[.!?\n]\s?))(?:user|assistant|system|developer|chatbot|ai assistant|human|tool)\s?:\s",
        Options | RegexOptions.IgnoreCase | RegexOptions.Multiline,
        10_000
    )]
    private static partial Regex RoleLabel();

    [GeneratedRegex("""\{\s*["“][\w .-]{1,40}["”]\s*:\s*["“\[{\d]""", Options, 10_000)]
    private static partial Regex JsonStart();
}
