using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Core.Stories;
using BriefingBot.Storage.Sql.Stories;
using BriefingBot.Storage.Sqlite;
using BriefingBot.Storage.Tests.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace BriefingBot.Storage.Tests;

/// <summary>Reports that come, change and go in any order are grouped as if all had been there from the start.</summary>
public sealed class IncrementalGroupingTests
{
    private const int Events = 14;
    private const int Articles = 90;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Grouping_bit_by_bit_comes_to_the_same_as_grouping_from_scratch(int seed)
    {
        Random random = new(seed);
        var first = MakeArticles(random);
        var last = first.ToDictionary();
        using Newsroom living = await Newsroom.OpenAsync(Ct);
        string[] order = [.. first.Keys];
        random.Shuffle(order);
        foreach (string[] batch in order.Chunk(13))
        {
            foreach (string id in batch)
            {
                await living.SaveAsync(first[id]);
            }

            await living.GroupAsync();
        }

        foreach (string id in order.Take(12))
        {
            // Some are corrected so far that they tell of something else, some go, some go and come back.
            if (random.Next(3) == 0)
            {
                last[id] = last[order[^(1 + random.Next(20))]] with { Id = id, Day = last[id].Day };
                await living.SaveAsync(last[id]);
            }
            else
            {
                await living.WithdrawAsync(id);
                if (random.Next(2) == 0)
                {
                    await living.GroupAsync();
                    await living.SaveAsync(last[id]);
                }
                else
                {
                    last.Remove(id);
                }
            }

            if (random.Next(2) == 0)
            {
                await living.GroupAsync();
            }
        }

        await living.GroupAsync();
        using Newsroom fresh = await Newsroom.OpenAsync(Ct);
        foreach (var article in last.Values)
        {
            await fresh.SaveAsync(article);
        }

        await fresh.GroupAsync();

        var expected = await fresh.ReadAsync();
        Assert.Equal(expected, await living.ReadAsync());
        Assert.Contains(expected, story => story.Contains(' ', StringComparison.Ordinal));
        Assert.Contains(expected, story => !story.Contains(' ', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_in_which_nothing_changed_reads_and_writes_nothing_more()
    {
        using Newsroom news = await Newsroom.OpenAsync(Ct);
        foreach (var article in MakeArticles(new Random(5)).Values)
        {
            await news.SaveAsync(article);
        }

        await news.GroupAsync();
        var before = await news.Stories.ListNewerAsync(null, 1000, Ct);
        await news.GroupAsync();

        var after = await news.Stories.ListNewerAsync(null, 1000, Ct);
        Assert.Equal(before.Select(Line), after.Select(Line));

        static string Line(Story story) =>
            $"{story.Id} {story.Created:O} {string.Join(' ', story.Reports.Select(report => report.Article.Id))}";
    }

    [Fact]
    public async Task A_report_between_two_stories_makes_them_one_under_the_older_name_and_its_withdrawal_parts_them()
    {
        using Newsroom news = await Newsroom.OpenAsync(Ct);
        float[] one = Samples.Vector("one");
        float[] other = Samples.Vector("other");

        // The ends are too far from each other, the middle is near to both.
        await news.SaveAsync(new Report("left", Samples.Day("2024-05-01"), Mix(one, other, 1.0f, 0.35f)));
        await news.SaveAsync(new Report("right", Samples.Day("2024-05-01"), Mix(one, other, 0.35f, 1.0f)));
        await news.GroupAsync();
        var apart = await news.Stories.FindStoriesAsync([ArticleId.Parse("left"), ArticleId.Parse("right")], Ct);
        Assert.Equal(2, apart.Values.Distinct().Count());

        await news.SaveAsync(new Report("middle", Samples.Day("2024-05-01"), Mix(one, other, 1, 1)));
        await news.GroupAsync();

        var older = apart.Values.Min();
        var joined = await news.Stories.FindAsync(apart.Values.Max(), Ct);
        Assert.Equal(older, joined!.Id);
        Assert.Equal(3, joined.Reports.Count);

        await news.WithdrawAsync("middle");
        await news.GroupAsync();

        var parted = await news.Stories.FindStoriesAsync([ArticleId.Parse("left"), ArticleId.Parse("right")], Ct);
        Assert.Equal(2, parted.Values.Distinct().Count());
        Assert.Contains(older, parted.Values);
        Assert.Equal(older, (await news.Stories.FindAsync(parted.Values.Max(), Ct))!.SplitFrom);
    }

    [Fact]
    public async Task Reports_a_fortnight_apart_are_two_stories_however_alike()
    {
        using Newsroom news = await Newsroom.OpenAsync(Ct);
        float[] vector = Samples.Vector("one");
        await news.SaveAsync(new Report("before", Samples.Day("2024-05-01"), vector));
        await news.SaveAsync(new Report("after", Samples.Day("2024-05-15"), vector));
        await news.SaveAsync(new Report("same", Samples.Day("2024-05-01"), vector));

        await news.GroupAsync();

        Assert.Equal(["after", "before same"], await news.ReadAsync());
    }

    private static Dictionary<string, Report> MakeArticles(Random random)
    {
        float[][] centres = [.. Enumerable.Range(0, Events).Select(_ => Samples.RandomVector(random, Samples.Encoder.Dimensions))];
        return Enumerable
            .Range(0, Articles)
            .ToDictionary(
                i => $"n{i:00}",
                i =>
                {
                    float[] centre = centres[random.Next(Events)];
                    float[] noise = Samples.RandomVector(random, Samples.Encoder.Dimensions);
                    return new Report(
                        $"n{i:00}",
                        Samples.Day("2024-05-01").AddDays(random.Next(12)),
                        Mix(centre, noise, 1, 0.25f + (0.4f * random.NextSingle()))
                    );
                }
            );
    }

    private static float[] Mix(float[] one, float[] other, float weight, float otherWeight)
    {
        float[] sum = [.. one.Zip(other, (x, y) => (weight * x) + (otherWeight * y))];
        float length = MathF.Sqrt(sum.Sum(x => x * x));
        return [.. sum.Select(x => x / length)];
    }

    private sealed record Report(string Id, DateOnly Day, float[] Vector);

    private sealed class Newsroom : IDisposable
    {
        private readonly SqliteStoreFactory _factory = new();
        private SqliteCoverageStore _coverage = null!;

        public IStoryStore Stories { get; private set; } = null!;

        public static async Task<Newsroom> OpenAsync(CancellationToken cancellationToken)
        {
            Newsroom newsroom = new();
            newsroom._coverage = await newsroom._factory.OpenAsync(cancellationToken);
            newsroom.Stories = new SqlStoryStore(newsroom._coverage, TimeProvider.System);
            return newsroom;
        }

        public Task SaveAsync(Report report)
        {
            var article = Samples.Article(report.Id, "Ferry sinks", "A lead.", "More of it.") with
            {
                Published = new PublicationDate(report.Day),
            };
            return _coverage.SaveAsync(Samples.Indexed(article, vector: _ => report.Vector, fingerprint: Guid.NewGuid().ToString()), Ct);
        }

        public Task WithdrawAsync(string id) => _coverage.WithdrawAsync(ArticleId.Parse(id), Ct);

        public Task GroupAsync() =>
            new StoryGrouper(
                _coverage,
                Stories,
                new EncoderCalibrations(Samples.Encoder),
                TimeProvider.System,
                NullLogger<StoryGrouper>.Instance
            ).RunAsync(Ct);

        public async Task<List<string>> ReadAsync() =>
            [
                .. (await Stories.ListNewerAsync(null, 1000, Ct))
                    .Select(story =>
                        string.Join(' ', story.Reports.Select(report => report.Article.Id.Value).Order(StringComparer.Ordinal))
                    )
                    .Order(StringComparer.Ordinal),
            ];

        public void Dispose() => _factory.Dispose();
    }
}
