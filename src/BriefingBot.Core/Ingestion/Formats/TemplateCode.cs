using System.Text.RegularExpressions;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>
/// Takes the code of site generators out of a Markdown body: Hugo's short codes, Liquid and Jinja tags, the imports and expressions of MDX,
/// attribute lists, directives.
/// </summary>
internal static partial class TemplateCode
{
    /// <summary>The body without it.</summary>
    public static string Remove(string body)
    {
        if (
            body.Contains("{%", StringComparison.Ordinal)
            || body.Contains("{{", StringComparison.Ordinal)
            || body.Contains("{#", StringComparison.Ordinal)
            || body.Contains("{/*", StringComparison.Ordinal)
        )
        {
            body = Remark().Replace(body, "");
            body = Code().Replace(body, "");
        }

        return Line().Replace(body, "");
    }

    [GeneratedRegex(
        @"\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{/\*[\s\S]*?\*/\}",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Remark();

    [GeneratedRegex(
        @"\{\{[^{}]*\}\}|\{%[^{}]*?%\}|\{\{[<%][^\n]*?[>%]\}\}|\{#[^{}]*?#\}",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Code();

    [GeneratedRegex(
        @"^[ \t]*(\{:[^{}\n]*\}|:::+[^\n]*|\[\[?_?TOC_?\]?\]"
            + @"|import\s[^\n]*\sfrom\s+['""][^\n'""]{1,200}['""];?|import\s+['""][^\n'""]{1,200}['""];?"
            + @"|export\s+(const|default|let|function)\s[^\n]*)[ \t]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Line();
}
