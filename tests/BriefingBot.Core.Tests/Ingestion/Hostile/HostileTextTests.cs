using System.Diagnostics;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Parsing;
using BriefingBot.Core.Ingestion.Sources;
using Xunit;

namespace BriefingBot.Core.Tests.Ingestion.Hostile;

/// <summary>What reading a hostile text costs grows with its length and no faster, and no passage of it is long.</summary>
public sealed class HostileTextTests
{
    private const int Small = 20;
    private const int Large = 80;
    private const int Attempts = 8;

    // Below this the clock tells more of the machine than of the text.
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(400);

    public static TheoryData<string> Pieces => [.. HostileShapes.Pieces];

    [Fact]
    public void There_are_many_shapes() => Assert.True(HostileShapes.Pieces.Count >= 40);

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_hostile_text_costs_what_its_length_costs(string piece)
    {
        foreach (var read in (Func<string, Article?>[])[Text, Markdown])
        {
            string few = HostileShapes.Make(piece, Small);
            string many = HostileShapes.Make(piece, Large);
            Cost(read, few);
            var (small, large) = (Cost(read, few), Cost(read, many));
            for (int attempt = 1; attempt < Attempts && !Follows(small, large); attempt++)
            {
                // What else the machine does can only make a reading dearer: the cheapest of each tells.
                (small, large) = (Least(small, Cost(read, few)), Least(large, Cost(read, many)));
            }

            Assert.True(
                Follows(small, large),
                $"'{piece}': {small.TotalMilliseconds:F0} ms for {Small} kB, {large.TotalMilliseconds:F0} ms for {Large} kB"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void No_passage_is_long(string piece)
    {
        if (Text(HostileShapes.Make(piece, Small)) is { } article)
        {
            Assert.All(article.Passages, passage => Assert.True(passage.End - passage.Start <= 2 * PassageSplitter.LongestSentence));
        }
    }

    [Fact]
    public void A_sentence_beyond_all_length_is_told_of()
    {
        List<string> notes = [];

        var article = Parsed.Text("Council opens bridge\n\n" + string.Join(' ', Enumerable.Repeat("bridge", 50_000)), note: notes.Add);

        Assert.Contains("not prose", Assert.Single(notes), StringComparison.Ordinal);
        Assert.True(article.Passages.Count > 100);
    }

    private static bool Follows(TimeSpan small, TimeSpan large) => large <= Floor || large.Ticks <= small.Ticks * 2.5 * 2.5;

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Cost(Func<string, Article?> read, string text)
    {
        long started = Stopwatch.GetTimestamp();
        read(text);
        return Stopwatch.GetElapsedTime(started);
    }

    private static Article? Text(string text) => Try(() => Parsed.Text(text));

    private static Article? Markdown(string text) => Try(() => Parsed.Markdown(text));

    private static Article? Try(Func<Article> read)
    {
        try
        {
            return read();
        }
        catch (SourceException)
        {
            return null;
        }
    }
}
