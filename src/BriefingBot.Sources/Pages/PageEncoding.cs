using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace BriefingBot.Sources.Pages;

/// <summary>
/// Turns a page's bytes into text before anything is built of them: UTF-8 when they are, else what a byte order mark or the page's first
/// kilobyte names, else windows-1252 (the HTML standard, "determining the character encoding").
/// </summary>
internal static partial class PageEncoding
{
    private const int Named = 1024;
    private const int Windows1252 = 1252;

    /// <summary>The text; what the encoding does not know becomes a replacement character.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ when Utf8.IsValid(bytes) => Encoding.UTF8.GetString(bytes),
            _ => Legacy(bytes).GetString(bytes),
        };

    private static Encoding Legacy(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Named)]);
        string name = Charset().Match(start).Groups["name"].Value;

        // A page whose bytes can be read says no UTF-16; what claims it is mistaken, and what claims UTF-8 has a few wrong bytes.
        return name.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8
            : Known(name) ?? CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!;
    }

    private static Encoding? Known(string name)
    {
        if (name.Length == 0 || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // The standard reads both names of Latin 1 as windows-1252.
        return name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
            ? null
            : CodePagesEncodingProvider.Instance.GetEncoding(name);
    }

    [GeneratedRegex(
        "charset\\s*=\\s*[\"']?(?<name>[A-Za-z0-9_:-]{2,32})|encoding=[\"'](?<name>[A-Za-z0-9_:-]{2,32})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Charset();
}
