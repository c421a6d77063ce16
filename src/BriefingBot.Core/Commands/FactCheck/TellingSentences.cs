using System.Text.RegularExpressions;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.FactCheck;

/// <summary>The one or two sentences of a text that say the most that can be looked up: names and numbers before other words.</summary>
public static partial class TellingSentences
{
    /// <summary>A text up to this many UTF-16 units is taken whole.</summary>
    public const int WholeLength = 300;

    private const int MaxLength = 500;
    private const int MaxRead = 20_000;

    /// <summary>The sentences in their order, without addresses of the web; empty when nothing is left.</summary>
    public static string Of(string text)
    {
        string read = text.Length > MaxRead ? text[..MaxRead] : text;
        string clean = Blanks().Replace(WebAddress().Replace(read, " "), " ").Trim();
        if (clean.Length <= WholeLength)
        {
            return clean;
        }

        var spans = SentenceSplitter.Split(clean);
        var best = spans
            .Select((span, i) => (Index: i, Text: Shorten(span.Of(clean)), Score: Score(span.Of(clean))))
            .OrderByDescending(sentence => sentence.Score)
            .ThenBy(sentence => sentence.Index)
            .Take(2)
            .OrderBy(sentence => sentence.Index)
            .Select(sentence => sentence.Text)
            .ToList();
        string both = string.Join(' ', best);
        return both.Length <= MaxLength ? both : best.MaxBy(Score)!;
    }

    private static int Score(string sentence)
    {
        string read = Shorten(sentence);
        return QuestionAnalyzer.Analyze(read, read, read.Length, DateOnly.MaxValue.AddYears(-1)).Terms.Sum(term => term.IsName ? 2 : 1);
    }

    private static string Shorten(string sentence)
    {
        if (sentence.Length <= MaxLength)
        {
            return sentence;
        }

        int blank = sentence.LastIndexOf(' ', MaxLength);
        int end = blank > 0 ? blank : MaxLength - (char.IsLowSurrogate(sentence[MaxLength]) ? 1 : 0);
        return sentence[..end];
    }

    [GeneratedRegex("https?://\\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WebAddress();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
