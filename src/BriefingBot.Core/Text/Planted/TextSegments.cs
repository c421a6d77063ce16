namespace BriefingBot.Core.Text.Planted;

/// <summary>
/// Parts a text for the search of planted instructions: sentences, lines, and what ends in the stops and brackets of East Asian scripts.
/// Stateless.
/// </summary>
internal static class TextSegments
{
    /// <summary>The segments in order, without white space at their ends.</summary>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        List<TextSpan> segments = [];
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            int start = sentence.Start;
            for (int i = sentence.Start; i < sentence.End; i++)
            {
                bool isStop =
                    text[i] is '。' or '．' or '！' or '？'
                    || (text[i] is '」' or '』' && i + 1 < sentence.End && char.IsWhiteSpace(text[i + 1]));
                bool closes = isStop && i + 1 < sentence.End && text[i + 1] is '」' or '』' or '”' or '»' or '＂' or '’';
                if (text[i] == '\n' || isStop)
                {
                    Add(start, i + (closes ? 2 : 1));
                    start = i + (closes ? 2 : 1);
                }
            }

            Add(start, sentence.End);
        }

        return segments;

        void Add(int start, int end)
        {
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > start)
            {
                segments.Add(new TextSpan(start, end));
            }
        }
    }
}
