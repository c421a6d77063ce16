using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;

namespace BriefingBot.Sources.Feeds;

/// <summary>
/// Mends what breaks most broken feeds: ampersands that stand alone, entities of HTML, characters that XML does not allow, white space
/// before the first element.
/// </summary>
internal static partial class FeedRepair
{
    /// <summary>Is it worth a try? A declared document type is refused, not mended.</summary>
    public static bool CanHelp(XmlException exception) => !exception.Message.Contains("DTD", StringComparison.Ordinal);

    /// <summary>The mended file; null when it is not UTF-8, or nothing was there to mend.</summary>
    public static byte[]? Mend(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        StringBuilder kept = new(text.Length);
        bool inData = false;
        int at = 0;

        // Within CDATA an ampersand is itself.
        while (at < text.Length)
        {
            int next = text.IndexOf(inData ? "]]>" : "<![CDATA[", at, StringComparison.Ordinal);
            string piece = next < 0 ? text[at..] : text[at..next];
            kept.Append(inData ? piece : Ampersand().Replace(piece, static match => Escape(match.Value)));
            at = next < 0 ? text.Length : next;
            if (next >= 0)
            {
                string mark = inData ? "]]>" : "<![CDATA[";
                kept.Append(mark);
                at += mark.Length;
                inData = !inData;
            }
        }

        string mended = Forbidden().Replace(kept.ToString(), "").TrimStart();
        return mended == text ? null : Encoding.UTF8.GetBytes(mended);
    }

    private static string Escape(string found) =>
        found.Length > 1 && WebUtility.HtmlDecode(found) is var decoded && decoded != found
            ? WebUtility.HtmlEncode(decoded)
            : "&amp;" + found[1..];

    [GeneratedRegex(
        "&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,10};)?",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Ampersand();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Forbidden();
}
