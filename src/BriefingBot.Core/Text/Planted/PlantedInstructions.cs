using System.Text;

namespace BriefingBot.Core.Text.Planted;

/// <summary>
/// Finds what in an article talks to the machine that reads it and not to people: orders to ignore instructions, to write given words, to
/// post links or call people; notation of chat templates, fences, hidden elements, tool results; text that is encoded, disguised or in a
/// language that is not the article's. Deterministic rules, made for English news, where ordinary sentences are hardly ever marked.
/// Thread-safe.
/// </summary>
public static class PlantedInstructions
{
    /// <summary>Grows with every change of what is found, so that nobody believes what was found before it.</summary>
    public const int Revision = 1;

    private const int OwnLanguageLength = 200;

    // The same passages are searched for every question that finds them.
    private static readonly PlantedMemory Remembered = new();

    /// <summary>The marked spans of a text, in order, apart from each other; none for nearly every text.</summary>
    /// <param name="text">A passage, a title or a whole article.</param>
    /// <param name="inEnglish">Whether its article is in English, so that other languages in it are suspect; null: as the text itself
    /// looks.</param>
    public static IReadOnlyList<TextSpan> Find(string text, bool? inEnglish = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return inEnglish is null ? Remembered.GetOrAdd(text, static text => Search(text, null)) : Search(text, inEnglish);
    }

    /// <summary>The same spans, of a text that will not be asked for again soon.</summary>
    public static IReadOnlyList<TextSpan> Search(string text) => Search(text, null);

    private static List<TextSpan> Search(string text, bool? inEnglish)
    {
        var segments = TextSegments.Of(text);
        string[] plain = new string[segments.Count];
        bool[] disguised = new bool[segments.Count];
        bool[] foreign = new bool[segments.Count];
        for (int i = 0; i < segments.Count; i++)
        {
            plain[i] = DisguisedText.Reveal(segments[i].Of(text), out disguised[i]);
            foreign[i] = ForeignText.IsForeign(plain[i]);
        }

        bool foreignIsSuspect = inEnglish ?? !IsOwnLanguage(segments, foreign);
        List<TextSpan> notation = Merge(text, [.. PlantedNotation.Find(text)]);
        List<TextSpan> marked = [.. notation];
        int nextNotation = 0;
        bool contagious = false;
        int last = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (BlankLineBetween(text, last, segment.Start))
            {
                contagious = false;
            }

            last = segment.End;
            while (nextNotation < notation.Count && notation[nextNotation].End < segment.End)
            {
                nextNotation++;
            }

            bool covered = nextNotation < notation.Count && notation[nextNotation].Start <= segment.Start;
            bool planted =
                covered
                || disguised[i]
                || (foreign[i] && foreignIsSuspect)
                || PlantedOrders.IsOrderToMachine(plain[i])
                || (contagious && (PlantedOrders.IsAnyOrder(plain[i]) || ForeignText.HasOtherScript(plain[i])));
            if (planted)
            {
                marked.Add(segment);
            }

            contagious = planted || (contagious && PlantedOrders.SpeaksToReader(plain[i]));
        }

        return Merge(text, marked);
    }

    /// <summary>The text without its marked spans; paragraphs stay apart. Empty when nothing else is in it.</summary>
    public static string Without(string text, bool? inEnglish = null) => Without(text, Find(text, inEnglish));

    /// <summary>The text without these spans of it; paragraphs stay apart. Empty when nothing else is in it.</summary>
    public static string Without(string text, IReadOnlyList<TextSpan> marked)
    {
        if (marked.Count == 0)
        {
            return text;
        }

        StringBuilder kept = new(text.Length);
        int at = 0;
        foreach (var span in marked.Append(new TextSpan(text.Length, text.Length)))
        {
            string piece = text[at..span.Start];
            string gap = at == 0 || kept.Length == 0 ? "" : BreakOf(text, at, piece);
            string trimmed = piece.Trim();
            if (trimmed.Length > 0)
            {
                kept.Append(gap).Append(trimmed);
            }

            at = span.End;
        }

        return kept.ToString();
    }

    /// <summary>
    /// A headline without what in it talks to machines; empty when nothing else is in it. Headlines come in every language: another one
    /// alone is no order.
    /// </summary>
    public static string WithoutInTitle(string title) => Without(title, inEnglish: ForeignText.IsOrder(title));

    /// <summary>The text with its marked spans as line breaks: every offset stays what it was.</summary>
    internal static string Blank(string text, IReadOnlyList<TextSpan> marked)
    {
        if (marked.Count == 0)
        {
            return text;
        }

        return string.Create(
            text.Length,
            (text, marked),
            static (units, state) =>
            {
                state.text.CopyTo(units);
                foreach (var span in state.marked)
                {
                    units[span.Start..span.End].Fill('\n');
                }
            }
        );
    }

    /// <summary>Is most of a text in another language, and enough of it to be an article's own?</summary>
    private static bool IsOwnLanguage(IReadOnlyList<TextSpan> segments, bool[] foreign)
    {
        int other = segments.Where((_, i) => foreign[i]).Sum(segment => segment.Length);
        return other >= OwnLanguageLength && other > 3 * (segments.Sum(segment => segment.Length) - other);
    }

    private static string BreakOf(string text, int cutEnd, string after)
    {
        int start = cutEnd;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        int blank = after.Length - after.TrimStart().Length;
        return text.AsSpan(start, cutEnd - start + blank).Contains('\n') ? "\n\n" : " ";
    }

    private static bool BlankLineBetween(string text, int from, int to) => from < to && text.AsSpan(from, to - from).Count('\n') >= 2;

    private static List<TextSpan> Merge(string text, List<TextSpan> marked)
    {
        marked.Sort((a, b) => a.Start.CompareTo(b.Start));
        List<TextSpan> merged = [];
        foreach (var span in marked)
        {
            if (merged.Count > 0 && (span.Start <= merged[^1].End || string.IsNullOrWhiteSpace(text[merged[^1].End..span.Start])))
            {
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
