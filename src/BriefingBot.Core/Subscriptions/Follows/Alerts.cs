using System.Collections.Concurrent;
using System.Globalization;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Subscriptions.Follows;

/// <summary>
/// Tells places of what came that they follow, each article once whichever process finds it. What an index run brings is told together when
/// it is over, what comes within minutes of an alert with the next one, what comes in quiet hours after them. Up to where a place was told
/// stands in the store, so a restart between run and alert loses nothing. Thread-safe.
/// </summary>
public sealed partial class Alerts(
    IFollowStore store,
    ICoverageStore coverage,
    AlertLayout layout,
    IChatStateStore state,
    AskerRules rules,
    IEnumerable<IChatPlatform> platforms,
    Announcer announcer,
    IOptions<SubscriptionOptions> options,
    TimeProvider clock,
    ILogger<Alerts> logger,
    IStoryStore? stories = null
)
{
    /// <summary>For how long an index run is waited for; what a longer one brings is told as it comes.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<long, DateTimeOffset> _tryAgain = [];
    private readonly IReadOnlyDictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(
        static platform => platform.Name,
        StringComparer.Ordinal
    );

    /// <summary>Looks at what came. A place for which that fails is logged, and tried again a minute later.</summary>
    /// <param name="indexingSince">When the index run began that goes on in whichever process; null when none does.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">What came cannot be read.</exception>
    public async Task RunAsync(DateTimeOffset? indexingSince, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (indexingSince is { } since && now - since < LongestRun)
        {
            return;
        }

        long last = await coverage.GetLastArrivalAsync(null, cancellationToken);
        FollowMatcher matcher = new(coverage, stories);
        foreach (var follower in await store.ListBehindAsync([.. _platforms.Keys], last, cancellationToken))
        {
            if (IsToWait(follower, now))
            {
                continue;
            }

            try
            {
                await RunAsync(follower, last, matcher, now, cancellationToken);
                _tryAgain.TryRemove(follower.Number, out _);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One follower whose alert fails, for whatever reason, must not hold up the others.
                _tryAgain[follower.Number] = now + PauseAfterFailure;
                LogNotTold(follower.Number, follower.Place.Platform, exception.Message);
            }
        }
    }

    private bool IsToWait(Follower follower, DateTimeOffset now) =>
        follower.Quiet?.Holds(now) == true
        || (follower.Alerted is { } alerted && now - alerted < TimeSpan.FromMinutes(options.Value.AlertMinutes))
        || (_tryAgain.TryGetValue(follower.Number, out var later) && now < later);

    private async Task RunAsync(
        Follower follower,
        long last,
        FollowMatcher matcher,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var place = follower.Place;
        var settings = await state.GetSettingsAsync(place.Address, cancellationToken);
        bool mayBeTold = place.Person is { } person
            ? await rules.FindRefusalAsync(place.Platform, new ChatUser(person), cancellationToken) is null
            : settings.Enabled;
        IReadOnlyCollection<string>? collections = settings.Collection is { } collection && !place.IsPerson ? [collection] : null;
        var found = mayBeTold
            ? await matcher.FindAsync(follower.Interests, new ArrivalWindow(follower.Told, last), collections, cancellationToken)
            : [];
        var announcement = found.Count == 0 ? null : Write(follower, found, last, now);
        if (await store.SettleAsync(follower, last, announcement, cancellationToken) && announcement is not null)
        {
            LogTold(follower.Number, place.Platform, found.Count);
            announcer.Nudge();
        }
    }

    private Announcement Write(Follower follower, IReadOnlyList<FollowedArticle> found, long last, DateTimeOffset now)
    {
        var place = follower.Place;
        string title = AlertLayout.TitleOf(found.Count);
        int most = Math.Min(found.Count, options.Value.AlertLines);
        int shown = _platforms[place.Platform].Fit(most, count => layout.Of(title, found, count));
        ArrivalWindow window = new(follower.Told, last);
        return new Announcement
        {
            Id = Announcement.IdOf(place.Platform, "alert", string.Create(CultureInfo.InvariantCulture, $"{follower.Number}/{last}")),
            Address = place.Address,
            UserId = place.Person ?? follower.MadeBy,
            IsPrivate = place.IsPerson,
            Blocks = layout.Of(title, found, shown),
            More = shown < found.Count ? new AlertAction(window, shown, AlertAction.MarkOf(follower.Interests, window)).ToString() : null,
            Made = now,
        };
    }

    [LoggerMessage(EventIds.Subscriptions + 20, LogLevel.Information, "Alert {Number} for {Platform}: {Articles} new articles")]
    private partial void LogTold(long number, string platform, int articles);

    [LoggerMessage(
        EventIds.Subscriptions + 21,
        LogLevel.Warning,
        "Alert {Number} for {Platform} could not be made, it is tried again: {Reason}"
    )]
    private partial void LogNotTold(long number, string platform, string reason);
}
