using System.Text.RegularExpressions;

namespace BriefingBot.Benchmarks.Encoders;

/// <summary>English text to encode, cut out of the sample coverage.</summary>
internal static partial class SampleTexts
{
    private const int PassageWords = 90;

    /// <summary>Its sentences, roughly.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
    [.. SentenceEnd().Split(ReadAll()).Where(static sentence => sentence.Length > 20)];

    /// <summary>Passages of 90 words.</summary>
    public static IReadOnlyList<string> Passages { get; } =
    [.. ReadAll().Split(' ').Chunk(PassageWords).Select(static words => string.Join(' ', words))];

    /// <summary>A question of about 20 tokens.</summary>
    public static string Question => "What did the foreign minister say about the sanctions after the meeting on Thursday?";

    private static string ReadAll()
    {
        IEnumerable<string> files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds")).Order(StringComparer.Ordinal);
        return WhiteSpace().Replace(string.Join(' ', files.Select(File.ReadAllText)), " ");
    }

    [GeneratedRegex(@"(?<=[.!?])\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
