using System.Text;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>
/// Cuts a clean text into passages. Running text: whole sentences up to <see cref="MostWords"/> words without overlap (what the encoder
/// sees of a text), ending with a paragraph once <see cref="EnoughWords"/> are reached. A subheading goes with what follows it. Headline,
/// byline, notes, captions and rows of tables each stand alone. What is no prose and has no sentences is cut at blanks, so that no passage
/// is long.
/// </summary>
internal sealed class PassageSplitter
{
    /// <summary>The most words of a passage of more than one sentence.</summary>
    public const int MostWords = 90;

    /// <summary>From so many words on a passage ends where its paragraph does.</summary>
    public const int EnoughWords = 60;

    /// <summary>The longest sentence that stays whole, in UTF-16 units; prose hardly has any of half that.</summary>
    public const int LongestSentence = 2400;

    // Rows of longer tables go together again: nobody asks for each.
    private const int MostRows = 80;

    private const int WordsBeforeSubheading = 25;
    private const int LongestSubheading = 90;

    private readonly List<Passage> _passages = [];
    private int _start = -1;
    private int _end;
    private int _words;
    private int _rows;

    private PassageSplitter() { }

    /// <summary>Joins the paragraphs with one empty line each and cuts the result.</summary>
    public static (string Text, IReadOnlyList<Passage> Passages) Split(IReadOnlyList<Paragraph> paragraphs)
    {
        var splitter = new PassageSplitter();
        var text = new StringBuilder();
        for (int i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            text.Append(
                i == 0 ? ""
                : paragraph.GoesOn ? " "
                : "\n\n"
            );
            if (paragraph.Kind != PassageKind.Body)
            {
                splitter.Close();
                splitter.AddAlone(paragraph, text.Length);
            }
            else
            {
                if (splitter._words >= WordsBeforeSubheading && IsSubheading(paragraphs, i))
                {
                    splitter.Close();
                }

                bool row = splitter._rows < MostRows && IsRow(paragraph.Text);
                if (row)
                {
                    splitter._rows++;
                    splitter.Close();
                }

                splitter.Add(paragraph.Text, text.Length);
                if (row)
                {
                    splitter.Close();
                }
            }

            text.Append(paragraph.Text);
        }

        splitter.Close();
        return (text.ToString(), splitter._passages);
    }

    /// <summary>Does a text hold something that is no sentence by its length?</summary>
    public static bool HasGiantSentence(IReadOnlyList<Paragraph> paragraphs) =>
        paragraphs.Any(paragraph =>
            paragraph.Text.Length > LongestSentence
            && SentenceSplitter.Split(paragraph.Text).Any(sentence => sentence.Length > LongestSentence)
        );

    private void AddAlone(Paragraph paragraph, int at)
    {
        foreach (var part in Pieces(paragraph.Text, new TextSpan(0, paragraph.Text.Length)))
        {
            _passages.Add(new Passage(_passages.Count, paragraph.Kind, at + part.Start, at + part.End));
        }
    }

    private void Add(string paragraph, int at)
    {
        foreach (var sentence in SentenceSplitter.Split(paragraph).SelectMany(sentence => Pieces(paragraph, sentence)))
        {
            int count = CountWords(paragraph.AsSpan(sentence.Start, sentence.Length));
            bool giant = sentence.Length >= LongestSentence / 2;
            if (_start >= 0 && (_words + count > MostWords || giant))
            {
                Close();
            }

            _start = _start < 0 ? at + sentence.Start : _start;
            _end = at + sentence.End;
            _words += count;
            if (giant)
            {
                Close();
            }
        }

        if (_words >= EnoughWords)
        {
            Close();
        }
    }

    private void Close()
    {
        if (_start >= 0)
        {
            _passages.Add(new Passage(_passages.Count, PassageKind.Body, _start, _end));
        }

        (_start, _words) = (-1, 0);
    }

    // A sentence as it is, or, beyond all length, slices of it.
    private static IEnumerable<TextSpan> Pieces(string text, TextSpan sentence)
    {
        int start = sentence.Start;
        while (sentence.End - start > LongestSentence)
        {
            int blank = text.LastIndexOf(' ', start + LongestSentence, LongestSentence / 2);
            int end = blank > start ? blank : start + LongestSentence;
            end -= char.IsLowSurrogate(text[end]) ? 1 : 0;
            yield return new TextSpan(start, end);
            start = end;
            while (start < sentence.End && text[start] == ' ')
            {
                start++;
            }
        }

        if (start < sentence.End)
        {
            yield return new TextSpan(start, sentence.End);
        }
    }

    // A row of a table says its own thing, of its own year or place.
    private static bool IsRow(string paragraph) =>
        paragraph.IndexOf(" | ", StringComparison.Ordinal) is var bar and > 0
        && (
            paragraph.AsSpan(0, bar).Contains(": ", StringComparison.Ordinal)
            || paragraph.IndexOf(" | ", bar + 3, StringComparison.Ordinal) > 0
        );

    // A short line without a full stop between two paragraphs of running text.
    private static bool IsSubheading(IReadOnlyList<Paragraph> paragraphs, int i) =>
        i > 0
        && i + 1 < paragraphs.Count
        && paragraphs[i].Text.Length <= LongestSubheading
        && !RunsOn(paragraphs[i])
        && RunsOn(paragraphs[i - 1])
        && RunsOn(paragraphs[i + 1]);

    private static bool RunsOn(Paragraph paragraph)
    {
        var bare = paragraph.Text.AsSpan().TrimEnd("”’\"')]»");
        return paragraph.Kind == PassageKind.Body && bare.Length > 0 && bare[^1] is '.' or '!' or ':' or '…';
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
