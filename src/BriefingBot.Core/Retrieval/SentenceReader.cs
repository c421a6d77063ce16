using System.Buffers;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Splits a passage into the sentences that can be quoted by themselves. Sentences inside one quotation belong together up to the words
/// that say who spoke: a part of a quotation without its speaker must not stand alone. Stateless.
/// </summary>
public static class SentenceReader
{
    private const int MaxJoined = 3;

    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("“”\"");

    /// <summary>
    /// The sentences in order; none for a blank passage. With <paramref name="coverage"/> each knows which terms of the question it holds.
    /// </summary>
    public static IReadOnlyList<PassageSentence> Read(StoredPassage passage, TermCoverage? coverage = null)
    {
        var spans = SentenceSplitter.Split(passage.Text);
        List<PassageSentence> sentences = new(spans.Count);
        for (int i = 0; i < spans.Count; i++)
        {
            int last = i;
            while (
                IsOpenQuotation(passage.Text.AsSpan(spans[i].Start, spans[last].End - spans[i].Start))
                && last + 1 < spans.Count
                && last - i + 1 < MaxJoined
            )
            {
                last++;
            }

            if (IsOpenQuotation(passage.Text.AsSpan(spans[i].Start, spans[last].End - spans[i].Start)))
            {
                last = i;
            }

            string text = passage.Text[spans[i].Start..spans[last].End];
            var words = WordTokenizer.Tokenize(text);
            sentences.Add(new PassageSentence(passage.Start + spans[i].Start, text, words) { Terms = coverage?.Of(words) ?? 0 });
            i = last;
        }

        return sentences;
    }

    /// <summary>True when a quotation begins in the text and does not end there.</summary>
    private static bool IsOpenQuotation(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(QuotationMarks))
        {
            return false;
        }

        int curly = 0;
        bool straight = false;
        foreach (char unit in text)
        {
            curly = unit switch
            {
                '“' => 1,
                '”' => 0,
                _ => curly,
            };
            straight ^= unit == '"';
        }

        return curly > 0 || straight;
    }
}
