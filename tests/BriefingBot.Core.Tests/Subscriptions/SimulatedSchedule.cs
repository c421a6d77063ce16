using BriefingBot.Core.Subscriptions.Schedules;

namespace BriefingBot.Core.Tests.Subscriptions;

/// <summary>A schedule as the simulation knows it, with what should be said and what was.</summary>
internal sealed class SimulatedSchedule(string channel, string cron, string? topic, WallClock wall, DateTimeOffset from)
{
    private readonly IReadOnlyList<DateTimeOffset> _due = wall.Between(from.AddDays(-1), from.AddDays(31));
    private int _told;

    public string Channel => channel;

    public string Cron => cron;

    public string? Topic => topic;

    public WallClock Wall => wall;

    public List<IReadOnlyList<string>> Expected { get; } = [];

    public List<IReadOnlyList<string>> Said { get; } = [];

    /// <summary>How many due times went by while nobody was there.</summary>
    public int Late { get; private set; }

    /// <summary>What is to be said by somebody who looks at both ends of a stretch.</summary>
    public void Expect(DateTimeOffset before, DateTimeOffset now, IReadOnlyList<SimulatedArticle> articles)
    {
        List<DateTimeOffset> due = [.. _due.Where(time => time > before && time <= now)];
        Late += due.Count - (due.Count > 0 && due[^1] == now ? 1 : 0);
        if (due.Count == 0 || now - due[^1] >= ScheduledBriefings.Latest)
        {
            return;
        }

        List<string> news =
        [
            .. articles
                .Skip(_told)
                .Where(article => article.IsCurrent && (topic is null || article.IsFlood))
                .Select(static article => article.Id),
        ];
        _told = articles.Count;
        if (news.Count > 0)
        {
            Expected.Add(news);
        }
    }
}
