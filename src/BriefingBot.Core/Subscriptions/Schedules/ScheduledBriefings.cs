using System.Collections.Concurrent;
using System.Globalization;
using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Subscriptions.Schedules;

/// <summary>
/// Says the briefings that are due, each once whichever process finds it due. Where nothing is new nothing is said. What fell due while the
/// bot was away is said once when it is back, unless that is more than <see cref="Latest"/> late: then what is new waits for the next time.
/// Thread-safe.
/// </summary>
public sealed partial class ScheduledBriefings(
    IScheduleStore store,
    ICoverageStore coverage,
    NewCoverage news,
    HeadingReader headings,
    BriefingLayout layout,
    IChatStateStore state,
    AskerRules rules,
    IEnumerable<IChatPlatform> platforms,
    Announcer announcer,
    TimeProvider clock,
    ILogger<ScheduledBriefings> logger
)
{
    /// <summary>How late a briefing may be.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(12);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<long, DateTimeOffset> _tryAgain = [];
    private readonly IReadOnlyDictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(
        static platform => platform.Name,
        StringComparer.Ordinal
    );

    /// <summary>
    /// Does with all that is due on the platforms of this process. One that fails is logged, and tried again a minute later.
    /// </summary>
    /// <exception cref="StoreException">What is due cannot be read.</exception>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var schedule in await store.ListDueAsync([.. _platforms.Keys], now, cancellationToken))
        {
            if (_tryAgain.TryGetValue(schedule.Number, out var later) && now < later)
            {
                continue;
            }

            try
            {
                await RunAsync(schedule, cancellationToken);
                _tryAgain.TryRemove(schedule.Number, out _);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One briefing that fails, for whatever reason, must not hold up the others.
                _tryAgain[schedule.Number] = now + PauseAfterFailure;
                LogNotSaid(schedule.Number, schedule.Place.Platform, exception.Message);
            }
        }
    }

    private async Task RunAsync(BriefingSchedule schedule, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!ScheduleTimes.TryRead(schedule.Cron, schedule.Zone, out var times))
        {
            throw new FormatException($"This machine does not know the time zone '{schedule.Zone}' of the schedule '{schedule.Cron}'.");
        }

        var next = times.Next(now) ?? DateTimeOffset.MaxValue;
        // A time zone may have got other rules since the due time was reckoned.
        var due = times.Last(Later(schedule.Due.AddTicks(-1), now - Latest), now) ?? (schedule.Due > now - Latest ? schedule.Due : null);
        var settings = await state.GetSettingsAsync(schedule.Place.Address, cancellationToken);
        long last = await coverage.GetLastArrivalAsync(null, cancellationToken);
        ArrivalWindow window = new(schedule.Told, last);
        if (due is null || window.IsEmpty || !await MayBeToldAsync(schedule, settings, cancellationToken))
        {
            await store.SettleAsync(schedule, next, null, null, cancellationToken);
            return;
        }

        NewsRequest request = new(window)
        {
            Topic = schedule.Topic,
            Collections = settings.Collection is { } collection && !schedule.Place.IsPerson ? [collection] : null,
            Count = schedule.Count,
        };
        var page = await news.ReadAsync(request, cancellationToken);
        var announcement =
            page.Entries.Count == 0
                ? null
                : Write(schedule, page, await headings.ReadAsync(schedule.Place, page.Entries, cancellationToken), window, now);
        if (await store.SettleAsync(schedule, next, last, announcement, cancellationToken) && announcement is not null)
        {
            LogSaid(schedule.Number, schedule.Place.Platform, page.Articles);
            announcer.Nudge();
        }
    }

    /// <summary>Where the bot is switched off, or to somebody who may not ask any more, it says nothing; what is new waits.</summary>
    private async Task<bool> MayBeToldAsync(BriefingSchedule schedule, ChannelSettings settings, CancellationToken cancellationToken) =>
        schedule.Place.Person is { } person
            ? await rules.FindRefusalAsync(schedule.Place.Platform, new ChatUser(person), cancellationToken) is null
            : settings.Enabled;

    private Announcement Write(BriefingSchedule schedule, NewsPage page, BriefingHeadings found, ArrivalWindow window, DateTimeOffset now)
    {
        var place = schedule.Place;
        string title = BriefingLayout.TitleOf(page.Articles, schedule.Topic, schedule.ToldAt, schedule.Zone);
        int shown = _platforms[place.Platform].Fit(page.Entries.Count, count => layout.Of(title, page.Entries.Take(count), found));
        bool hasMore = shown < page.Entries.Count || page.HasMore;
        return new Announcement
        {
            Id = Announcement.IdOf(
                place.Platform,
                "briefing",
                string.Create(CultureInfo.InvariantCulture, $"{schedule.Number}/{window.UpTo}")
            ),
            Address = place.Address,
            UserId = place.Person ?? schedule.MadeBy,
            IsPrivate = place.IsPerson,
            Blocks = layout.Of(title, page.Entries.Take(shown), found),
            More = hasMore ? new NewsAction(window, shown, schedule.Count, schedule.Topic).ToString() : null,
            Made = now,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    [LoggerMessage(EventIds.Subscriptions, LogLevel.Information, "Briefing {Number} for {Platform}: {Articles} new articles")]
    private partial void LogSaid(long number, string platform, int articles);

    [LoggerMessage(
        EventIds.Subscriptions + 1,
        LogLevel.Warning,
        "Briefing {Number} for {Platform} is due and could not be made, it is tried again: {Reason}"
    )]
    private partial void LogNotSaid(long number, string platform, string reason);
}
