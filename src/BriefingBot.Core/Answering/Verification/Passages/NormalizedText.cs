using System.Text;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>
/// A text in which two spellings of the same quote are equal: typographic quotes are straight, runs of white space one blank, an ellipsis
/// three points. Nothing else is changed. Remembers where every unit came from.
/// </summary>
public sealed class NormalizedText
{
    private readonly List<int> _origins = [];

    /// <summary>Normalises once.</summary>
    public NormalizedText(string source)
    {
        StringBuilder text = new(source.Length);
        for (int i = 0; i < source.Length; i++)
        {
            char unit = source[i];
            if (char.IsWhiteSpace(unit))
            {
                if (text.Length > 0 && text[^1] != ' ')
                {
                    Append(text, ' ', i);
                }
            }
            else if (unit == '…')
            {
                Append(text, '.', i);
                Append(text, '.', i);
                Append(text, '.', i);
            }
            else
            {
                Append(text, Straighten(unit), i);
            }
        }

        Text = text.ToString();
        _origins.Add(source.Length);
    }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>Finds the quote; gives its place in the source text, or null. Blank quotes are never found.</summary>
    public (int Start, int End)? Find(string quote)
    {
        string wanted = new NormalizedText(quote).Text.Trim(' ');
        int at = wanted.Length == 0 ? -1 : Text.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : (_origins[at], _origins[at + wanted.Length - 1] + 1);
    }

    /// <summary>Does the word stand in the text by itself, no letter or digit beside it? "Ann" does not stand in "Anna".</summary>
    public bool HasWord(string word)
    {
        string wanted = new NormalizedText(word).Text;
        for (
            int at = Text.IndexOf(wanted, StringComparison.Ordinal);
            at >= 0 && wanted.Length > 0;
            at = Text.IndexOf(wanted, at + 1, StringComparison.Ordinal)
        )
        {
            int end = at + wanted.Length;
            if ((at == 0 || !char.IsLetterOrDigit(Text[at - 1])) && (end == Text.Length || !char.IsLetterOrDigit(Text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static char Straighten(char unit) =>
        unit switch
        {
            '‘' or '’' or '‚' or '‛' => '\'',
            '“' or '”' or '„' or '‟' => '"',
            _ => unit,
        };

    private void Append(StringBuilder text, char unit, int origin)
    {
        text.Append(unit);
        _origins.Add(origin);
    }
}
