using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>
/// Cuts a clean text into passages. Running text: whole sentences up to <see cref="MostWords"/> words without overlap (what the encoder sees of a
/// text), ending with a paragraph once <see cref="EnoughWords"/> are reached. Headline, byline and captions each stand alone.
/// </summary>
internal static class PassageSplitter
{
    /// <summary>The most words of a passage of more than one sentence.</summary>
    public const int MostWords = 90;

    /// <summary>From so many words on a passage ends where its paragraph does.</summary>
    public const int EnoughWords = 60;

    /// <summary>Joins the paragraphs with one empty line each and cuts the result.</summary>
    public static (string Text, IReadOnlyList<Passage> Passages) Split(IReadOnlyList<Paragraph> paragraphs)
    {
        string text = string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Text));
        var passages = new List<Passage>();
        int start = -1;
        int end = 0;
        int words = 0;
        int at = 0;
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Kind != PassageKind.Body)
            {
                Close();
                passages.Add(new Passage(passages.Count, paragraph.Kind, at, at + paragraph.Text.Length));
            }
            else
            {
                foreach (var sentence in SentenceSplitter.Split(paragraph.Text))
                {
                    int count = CountWords(paragraph.Text.AsSpan(sentence.Start, sentence.Length));
                    if (start >= 0 && words + count > MostWords)
                    {
                        Close();
                    }

                    start = start < 0 ? at + sentence.Start : start;
                    end = at + sentence.End;
                    words += count;
                }

                if (words >= EnoughWords)
                {
                    Close();
                }
            }

            at += paragraph.Text.Length + 2;
        }

        Close();
        return (text, passages);

        void Close()
        {
            if (start >= 0)
            {
                passages.Add(new Passage(passages.Count, PassageKind.Body, start, end));
            }

            (start, words) = (-1, 0);
        }
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool blank = char.IsWhiteSpace(c);
            words += !blank && !inside ? 1 : 0;
            inside = !blank;
        }

        return words;
    }
}
