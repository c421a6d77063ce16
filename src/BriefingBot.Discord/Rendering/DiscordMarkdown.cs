using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Discord.Rendering;

/// <summary>Writes text so that Discord shows it as it is: nothing in it acts as markup, mention or link.</summary>
internal static partial class DiscordMarkdown
{
    private const int LongestAddress = 500;

    /// <summary>One line of text, escaped. Line breaks become blanks.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        bool atStart = true;
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (char.IsControl(letter) || letter is '\u2028' or '\u2029')
            {
                letter = ' ';
            }

            if (
                letter is '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '>' or '[' or ']' or '(' or ')'
                || (atStart && letter is '#' or '-' or '+')
                || IsScheme(text, i)
                || IsListNumber(text, i)
            )
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
            atStart &= letter == ' ';
        }

        return escaped.ToString();
    }

    /// <summary>A masked link without a preview; the text alone, escaped, when the address is none that Discord takes in one.</summary>
    public static string Link(string text, string address)
    {
        string label = Label(text);
        return label.Length > 0 && Address(address) is { } target ? $"[{label}](<{target}>)" : Escape(text);
    }

    /// <summary>The <c>[n]</c> of a citation as a link; the blank before it stays outside.</summary>
    public static string Mark(string text, string address)
    {
        string mark = text.Trim();
        return CitationMark().IsMatch(mark) && Address(address) is { } target
            ? $"{(text.StartsWith(' ') ? " " : "")}[{mark}](<{target}>)"
            : Escape(text);
    }

    /// <summary>Brackets cannot be escaped in a link's text, and an address in it would make Discord distrust the link.</summary>
    private static string Label(string text)
    {
        string plain = text.Replace('[', '(').Replace(']', ')').Replace("://", " ", StringComparison.Ordinal);
        return Escape(plain).Replace("\\(", "(", StringComparison.Ordinal).Replace("\\)", ")", StringComparison.Ordinal).Trim();
    }

    private static string? Address(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        string text = uri
            .AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal);
        return text.Length <= LongestAddress ? text : null;
    }

    /// <summary>The colon of an address: escaped, the address is no link.</summary>
    private static bool IsScheme(string text, int i) => text[i] == ':' && text.AsSpan(i + 1).StartsWith("//");

    /// <summary>The dot of a number at the start of a line: unescaped, Discord makes a list of it and counts for itself.</summary>
    private static bool IsListNumber(string text, int i) =>
        text[i] == '.'
        && i > 0
        && i + 1 < text.Length
        && text[i + 1] == ' '
        && text.AsSpan(0, i).TrimStart(' ').IndexOfAnyExceptInRange('0', '9') < 0;

    [GeneratedRegex("^\\[[0-9]{1,4}\\]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CitationMark();
}
