using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;
using BriefingBot.Core.Tests.Chat;
using Xunit;

namespace BriefingBot.Core.Tests.Subscriptions;

/// <summary>Thirty days in three time zones over their clock changes, with two processes on one file that end at any point.</summary>
public sealed class BriefingSimulationTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(15);
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"];
    private readonly ChatFolder _folder = new();
    private readonly List<SimulatedArticle> _articles = [];
    private readonly List<SimulatedSchedule> _schedules = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2024-03-09", 1)]
    [InlineData("2024-10-05", 2)]
    public async Task Every_briefing_that_is_due_comes_once_no_article_twice_and_none_is_missing(string from, int seed)
    {
        Random random = new(seed);
        StandingClock clock = new(DateTimeOffset.Parse(from + "T00:00Z"));
        var end = clock.Now.AddDays(30);
        SimulatedProcess[] processes = [await StartAsync(clock, random), await StartAsync(clock, random)];
        await ScheduleAsync(processes[0], clock.Now);
        int restarts = 0;
        while (clock.Now < end)
        {
            var before = clock.Now;
            // Now and then both are away for hours.
            int ticks = random.Next(200) == 0 ? random.Next(4, 80) : 1;
            clock.Now += Tick * ticks;
            await ChangeCoverageAsync(processes[0], random);
            foreach (var schedule in _schedules)
            {
                schedule.Expect(before, clock.Now, _articles);
            }

            await Task.WhenAll(processes.Select(process => Task.Run(() => process.Get<ScheduledBriefings>().RunDueAsync(Ct), Ct)));
            for (int i = 0; i < processes.Length; i++)
            {
                if (processes[i].Get<BreakingScheduleStore>().IsBroken || random.Next(100) == 0)
                {
                    restarts++;
                    await processes[i].DisposeAsync();
                    processes[i] = await StartAsync(clock, random);
                    await processes[i].Get<ScheduledBriefings>().RunDueAsync(Ct);
                }
            }

            // Whoever broke down at the second try too is started again by its keeper.
            for (int tries = 0; processes.Any(static process => process.Get<BreakingScheduleStore>().IsBroken) && tries < 50; tries++)
            {
                for (int i = 0; i < processes.Length; i++)
                {
                    await processes[i].DisposeAsync();
                    processes[i] = await StartAsync(clock, random);
                    await processes[i].Get<ScheduledBriefings>().RunDueAsync(Ct);
                }
            }

            foreach (var announcement in await processes[0].TakeAsync(Ct))
            {
                _schedules
                    .Single(schedule => schedule.Channel == announcement.Address.Channel)
                    .Said.Add(await ReadAsync(processes[0], announcement));
            }
        }

        foreach (var schedule in _schedules)
        {
            Assert.Equal(
                schedule.Expected.Select(static briefing => string.Join(' ', briefing.Order(StringComparer.Ordinal))),
                schedule.Said.Select(static briefing => string.Join(' ', briefing.Order(StringComparer.Ordinal)))
            );
            Assert.Equal(
                schedule.Said.Sum(static briefing => briefing.Count),
                schedule.Said.SelectMany(static briefing => briefing).Distinct(StringComparer.Ordinal).Count()
            );
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{_articles.Count} articles, {_schedules.Count} schedules, {_schedules.Sum(static s => s.Said.Count)} "
                + $"briefings with {_schedules.Sum(static s => s.Said.Sum(static b => b.Count))} lines, {restarts} restarts, "
                + $"{_schedules.Sum(static s => s.Late)} merged or late"
        );
        Assert.All(_schedules, static schedule => Assert.NotEmpty(schedule.Said));
        Assert.True(restarts > 20);
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }
    }

    private Task<SimulatedProcess> StartAsync(StandingClock clock, Random random)
    {
        int seed = random.Next();
        return SimulatedProcess.StartAsync(_folder.Store, clock, Ct, services => BreakingScheduleStore.AddTo(services, seed));
    }

    private async Task ScheduleAsync(SimulatedProcess process, DateTimeOffset now)
    {
        foreach (string zone in Zones)
        {
            Add(zone, "15 2 * * *", null, new WallClock(zone, static time => time is { Hour: 2, Minute: 15 }, goesOn: false));
            Add(zone, "45 1 * * *", null, new WallClock(zone, static time => time is { Hour: 1, Minute: 45 }, goesOn: false));
            Add(
                zone,
                "30 8 * * 1-5",
                null,
                new WallClock(
                    zone,
                    static time => time is { Hour: 8, Minute: 30, DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) },
                    goesOn: false
                )
            );
            Add(
                zone,
                "0 9 * * 1",
                "floods",
                new WallClock(zone, static time => time is { Hour: 9, Minute: 0, DayOfWeek: DayOfWeek.Monday }, goesOn: false)
            );
            Add(zone, "0 */3 * * *", "floods", new WallClock(zone, static time => time.Minute == 0 && time.Hour % 3 == 0, goesOn: true));
            Add(zone, "0 * * * *", null, new WallClock(zone, static time => time.Minute == 0, goesOn: true));
        }

        foreach (var schedule in _schedules)
        {
            Assert.True(ScheduleTimes.TryRead(schedule.Cron, schedule.Wall.Zone, out var times));
            BriefingSchedule kept = new()
            {
                Place = new SubscriptionPlace("discord", "guild", schedule.Channel, null),
                Topic = schedule.Topic,
                Count = 4,
                Words = schedule.Cron,
                Cron = schedule.Cron,
                Zone = schedule.Wall.Zone,
                Due = times.Next(now)!.Value,
                Told = 0,
                ToldAt = now,
                MadeBy = "ada",
            };
            Assert.True(await process.Get<IScheduleStore>().SetAsync(kept, 1, Ct));
        }

        void Add(string zone, string cron, string? topic, WallClock wall) =>
            _schedules.Add(new SimulatedSchedule($"C{_schedules.Count}", cron, topic, wall, now));
    }

    /// <summary>New articles, revisions, and some that go and come back as they were.</summary>
    private async Task ChangeCoverageAsync(SimulatedProcess process, Random random)
    {
        int fresh = random.Next(8) switch
        {
            0 => 1,
            1 => 2,
            2 when random.Next(10) == 0 => 12,
            _ => 0,
        };
        for (int i = 0; i < fresh; i++)
        {
            SimulatedArticle article = new($"a{_articles.Count}", random.Next(3) == 0, random.Next());
            _articles.Add(article);
            await SaveAsync(process, article);
        }

        if (_articles.Count > 0 && random.Next(6) == 0)
        {
            var article = _articles[random.Next(_articles.Count)];
            if (!article.IsCurrent)
            {
                article.IsCurrent = true;
                await SaveAsync(process, article);
            }
            else if (random.Next(3) == 0)
            {
                article.IsCurrent = false;
                Assert.True(await process.Coverage.WithdrawAsync(ArticleId.Parse(article.Id), Ct));
            }
            else
            {
                article.Revision++;
                await SaveAsync(process, article);
            }
        }
    }

    private static Task SaveAsync(SimulatedProcess process, SimulatedArticle article) =>
        process.SaveAsync(article.Id, article.Title, article.Body, Ct);

    /// <summary>The articles of a briefing: those in its messages, then those behind "More", page by page.</summary>
    private static async Task<IReadOnlyList<string>> ReadAsync(SimulatedProcess process, Announcement announcement)
    {
        List<string> ids =
        [
            .. announcement
                .Blocks.Where(static block => block.Kind == AnswerBlockKind.Entry)
                .Select(static block => IdOf(block.Units[0].Inlines[0].Text)),
        ];
        string? more = announcement.More;
        while (NewsAction.TryParse(more, out var action))
        {
            var page = await process.News.ReadAsync(
                new NewsRequest(action.Window)
                {
                    Topic = action.Topic,
                    From = action.From,
                    Count = action.Count,
                },
                Ct
            );
            ids.AddRange(page.Entries.Select(static entry => IdOf(entry.Article.Title)));
            more = page.HasMore ? (action with { From = action.From + page.Entries.Count }).ToString() : null;
        }

        return ids;
    }

    private static string IdOf(string title) => title.Split(' ')[^1];
}
