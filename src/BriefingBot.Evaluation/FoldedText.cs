using System.Text;

namespace BriefingBot.Evaluation;

/// <summary>
/// Text in which spellings that do not matter are equal: case, white space, typographic quotes and dashes, thousands separators, citation
/// marks.
/// </summary>
public static class FoldedText
{
    /// <summary>Folds.</summary>
    public static string Of(string text)
    {
        StringBuilder folded = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            bool separates =
                unit == ','
                && i > 0
                && char.IsAsciiDigit(text[i - 1])
                && i + 3 < text.Length
                && text.AsSpan(i + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
                && !(i + 4 < text.Length && char.IsAsciiDigit(text[i + 4]));
            if (char.IsWhiteSpace(unit))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (!separates)
            {
                folded.Append(
                    unit switch
                    {
                        '‘' or '’' => '\'',
                        '“' or '”' => '"',
                        '–' or '—' or '‑' => '-',
                        _ => char.ToLowerInvariant(unit),
                    }
                );
            }
        }

        return folded.ToString().Trim();
    }
}
