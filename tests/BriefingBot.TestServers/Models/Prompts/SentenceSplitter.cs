using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Models.Prompts;

/// <summary>Parts a text into sentences, well enough to have something to say.</summary>
internal static partial class SentenceSplitter
{
    /// <summary>Sentences in order, trimmed, line breaks as blanks.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> sentences = [];
        foreach (string paragraph in Paragraphs.Split(text))
        {
            string line = Breaks.Replace(paragraph, " ").Trim();
            int start = 0;
            foreach (Match end in Ends.Matches(line).Where(end => !IsAbbreviation(line, end.Index)))
            {
                Add(sentences, line[start..(end.Index + end.Groups["end"].Length)]);
                start = end.Index + end.Length;
            }

            Add(sentences, line[start..]);
        }

        return sentences;
    }

    private static void Add(List<string> sentences, string sentence)
    {
        if (sentence.Trim() is { Length: > 0 } trimmed)
        {
            sentences.Add(trimmed);
        }
    }

    private static bool IsAbbreviation(string line, int dot) => Abbreviation.IsMatch(line[Math.Max(0, dot - 12)..(dot + 1)]);

    [GeneratedRegex(@"\n\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraphs { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Breaks { get; }

    [GeneratedRegex("(?<end>[.!?]+[\"”’')]*)\\s+(?=[\"“‘(]?[\\p{Lu}\\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Ends { get; }

    [GeneratedRegex(
        @"(?:^|[\s(“""])(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|S|N|\p{Lu}(?:\.\p{Lu})*)\.$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Abbreviation { get; }
}
