using System.Globalization;
using System.Text;

namespace BriefingBot.Core.Ingestion.Cleaning;

/// <summary>
/// Drops what no reader sees: zero-width characters, soft hyphens, byte order marks and controls; brings line ends to <c>\n</c> and blanks
/// to one kind.
/// </summary>
internal static class InvisibleCharacters
{
    /// <summary>The text without them.</summary>
    public static string Remove(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '\r':
                    clean.Append('\n');
                    i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                    break;
                case '\n' or '\v' or '\f' or '\u0085' or '\u2028':
                    clean.Append('\n');
                    break;
                case '\u2029':
                    clean.Append("\n\n");
                    break;
                case '\u200D' when i > 0 && char.IsSurrogate(text[i - 1]):
                    // Joins the parts of one emoji.
                    clean.Append(c);
                    break;
                case '\uFFFD':
                    break;
                default:
                    if (char.IsWhiteSpace(c))
                    {
                        clean.Append(' ');
                    }
                    else if (
                        !char.IsControl(c)
                        && (char.IsSurrogate(c) || char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse))
                    )
                    {
                        AppendWhole(clean, text, ref i);
                    }

                    break;
            }
        }

        return clean.ToString();
    }

    // Half a surrogate pair is no character.
    private static void AppendWhole(StringBuilder clean, string text, ref int i)
    {
        if (!char.IsSurrogate(text[i]))
        {
            clean.Append(text[i]);
        }
        else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            clean.Append(text[i]).Append(text[++i]);
        }
    }
}
