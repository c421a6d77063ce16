using BriefingBot.Core.Briefings;
using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Commands.Brief;

/// <summary>
/// <c>brief</c>: what is new, now or on a schedule. A channel's schedules are for admins to set, everybody sets their own in direct
/// messages. Thread-safe.
/// </summary>
public sealed class BriefCommand(
    IScheduleStore store,
    ICoverageStore coverage,
    NewCoverage news,
    HeadingReader headings,
    CommandGuard guard,
    IOptions<SubscriptionOptions> options,
    TimeProvider clock
)
{
    private const string Now = "now";
    private const string Schedule = "schedule";
    private const string Off = "off";
    private static readonly TimeSpan WithoutSchedule = TimeSpan.FromDays(1);

    /// <summary>Are these the words of this command? "brief me on the treaty" asks something.</summary>
    public static bool Knows(IReadOnlyList<string> words) =>
        words.Count == 0
        || words[0].ToLowerInvariant() is Now or Schedule or Off
        || ScheduleWords.Read(ScheduleRequest.Read(words).When) is not null;

    /// <summary>
    /// Runs what words say: <c>now [topic]</c>, <c>schedule WHEN [zone] [topic] [count]</c>, <c>off [topic]</c>; none shows the schedules.
    /// </summary>
    public Task<CommandResult> RunAsync(CommandCall call, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        string rest = string.Join(' ', words.Skip(1));
        return (words.Count == 0 ? null : words[0].ToLowerInvariant()) switch
        {
            null => ShowAsync(call, cancellationToken),
            Now => NowAsync(call, rest, cancellationToken),
            Off => OffAsync(call, rest, cancellationToken),
            Schedule => ScheduleAsync(call, ScheduleRequest.Read([.. words.Skip(1)]), cancellationToken),
            _ => ScheduleAsync(call, ScheduleRequest.Read(words), cancellationToken),
        };
    }

    /// <summary>Shows the schedules of the place in a <see cref="SchedulesResult"/>.</summary>
    public Task<CommandResult> ShowAsync(CommandCall call, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "brief",
            call,
            async () =>
            {
                var place = SubscriptionPlace.Of(call.Address, call.User);
                return new SchedulesResult(place, await store.ListAsync(place, cancellationToken));
            },
            cancellationToken
        );

    /// <summary>
    /// Gives a <see cref="NewsResult"/> for the caller alone: what is new since the last briefing here, or of the last day where there is
    /// none. The schedule goes on as if nothing had been shown.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="topic">Limits to articles about it; null or blank: all, or what the only schedule here is limited to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> NowAsync(CommandCall call, string? topic, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "brief now",
            call,
            async settings =>
            {
                string? about = Trim(topic);
                if (about is not null && RefuseTopic(about) is { } refusal)
                {
                    return refusal;
                }

                var place = SubscriptionPlace.Of(call.Address, call.User);
                var schedules = await store.ListAsync(place, cancellationToken);
                var schedule =
                    about is null && schedules.Count == 1
                        ? schedules[0]
                        : schedules.FirstOrDefault(known => string.Equals(known.Topic, about, StringComparison.OrdinalIgnoreCase));
                var since = schedule?.ToldAt ?? clock.GetUtcNow() - WithoutSchedule;
                ArrivalWindow window = new(
                    schedule?.Told ?? await coverage.GetLastArrivalAsync(since, cancellationToken),
                    await coverage.GetLastArrivalAsync(null, cancellationToken)
                );
                NewsRequest request = new(window)
                {
                    Topic = about ?? schedule?.Topic,
                    Collections = ChannelScope.Of(settings).Collections,
                    Count = schedule?.Count ?? LatestCommand.DefaultCount,
                };
                var page = await news.ReadAsync(request, cancellationToken);
                string title = BriefingLayout.TitleOf(page.Articles, request.Topic, since, schedule?.Zone ?? options.Value.TimeZone);
                return new NewsResult(title, request, page, await headings.ReadAsync(place, page.Entries, cancellationToken));
            },
            cancellationToken
        );

    /// <summary>Gives what is behind the first entries of a briefing.</summary>
    public Task<CommandResult> MoreAsync(CommandCall call, NewsAction action, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "more",
            call,
            async settings =>
            {
                NewsRequest request = new(action.Window)
                {
                    Topic = action.Topic,
                    Collections = ChannelScope.Of(settings).Collections,
                    From = action.From,
                    Count = action.Count,
                };
                var page = await news.ReadAsync(request, cancellationToken);
                return new NewsResult(
                    null,
                    request,
                    page,
                    await headings.ReadAsync(SubscriptionPlace.Of(call.Address, call.User), page.Entries, cancellationToken)
                );
            },
            cancellationToken
        );

    /// <summary>
    /// Sets a schedule, in the place of the one with the same topic, and shows it with its next times in a <see cref="SchedulesResult"/>.
    /// </summary>
    public Task<CommandResult> ScheduleAsync(CommandCall call, ScheduleRequest request, CancellationToken cancellationToken)
    {
        var place = SubscriptionPlace.Of(call.Address, call.User);
        string zone = Trim(request.Zone) ?? options.Value.TimeZone;
        string action = string.Join(
            ' ',
            ((string?[])["brief schedule", Short(request.When), Short(zone), Short(request.Topic)]).OfType<string>()
        );
        return place.IsPerson
            ? guard.RunAsync("brief schedule", call, (ChannelSettings _) => SetAsync(), cancellationToken)
            : guard.RunAsAdminAsync(
                action,
                call,
                async () =>
                {
                    var result = await guard.RunAsync("brief schedule", call, (ChannelSettings _) => SetAsync(), cancellationToken);
                    return (result, result is CommandRefused refused ? $"refused: {refused.Reason}" : "set");
                },
                cancellationToken
            );

        async Task<CommandResult> SetAsync()
        {
            string? topic = Trim(request.Topic);
            if (Refuse(request, zone, topic, out var times, out string? cron) is { } refusal)
            {
                return refusal;
            }

            var now = clock.GetUtcNow();
            BriefingSchedule schedule = new()
            {
                Place = place,
                Topic = topic,
                Count = request.Count ?? LatestCommand.DefaultCount,
                Words = request.When.Trim(),
                Cron = cron!,
                Zone = times!.Zone.Id,
                Due = times.Next(now)!.Value,
                Told = await coverage.GetLastArrivalAsync(null, cancellationToken),
                ToldAt = now,
                MadeBy = call.User.Id,
            };
            return await store.SetAsync(schedule, options.Value.MaxSchedules, cancellationToken)
                ? new SchedulesResult(place, [schedule]) { IsSet = true }
                : new CommandRefused($"There are already {options.Value.MaxSchedules} schedules here; switch one off first.");
        }
    }

    /// <summary>Removes the schedule with a topic, or all of the place.</summary>
    public Task<CommandResult> OffAsync(CommandCall call, string? topic, CancellationToken cancellationToken)
    {
        var place = SubscriptionPlace.Of(call.Address, call.User);
        string? about = Trim(topic);
        return place.IsPerson
            ? guard.RunAsync("brief off", call, RemoveAsync, cancellationToken)
            : guard.RunAsAdminAsync(
                about is null ? "brief off" : $"brief off {Short(about)}",
                call,
                async () =>
                {
                    var result = await RemoveAsync();
                    return (result, result is SchedulesResult { Removed: { } removed } ? $"removed {removed}" : "nothing removed");
                },
                cancellationToken
            );

        async Task<CommandResult> RemoveAsync()
        {
            int removed = await store.RemoveAsync(place, about, cancellationToken);
            return removed == 0 && about is not null
                ? new CommandRefused($"There is no schedule about '{about}' here; nothing was changed.")
                : new SchedulesResult(place, await store.ListAsync(place, cancellationToken)) { Removed = removed };
        }
    }

    private CommandRefused? Refuse(ScheduleRequest request, string zone, string? topic, out ScheduleTimes? times, out string? cron)
    {
        times = null;
        cron = ScheduleWords.Read(request.When);
        if (cron is null)
        {
            return new CommandRefused($"'{Short(request.When)}' does not say when. Write for example: {ScheduleWords.Examples}.");
        }

        if (!ScheduleTimes.TryRead(cron, zone, out times))
        {
            return new CommandRefused($"'{Short(zone)}' is not a time zone that I know. Write its IANA name, for example Europe/Berlin.");
        }

        if (times.Next(clock.GetUtcNow()) is null)
        {
            return new CommandRefused($"'{Short(request.When)}' never comes. Write for example: {ScheduleWords.Examples}.");
        }

        if (times.IsTooOften(clock.GetUtcNow()))
        {
            return new CommandRefused(
                $"Briefings can come at most every {ScheduleTimes.LeastPause.TotalMinutes:0} minutes; to hear at once about "
                    + $"what matters, follow it."
            );
        }

        if (request.Count is < 1 or > LatestCommand.MaxCount)
        {
            return new CommandRefused($"The count is {request.Count}; give a number from 1 to {LatestCommand.MaxCount}.");
        }

        return topic is null ? null : RefuseTopic(topic);
    }

    private static CommandRefused? RefuseTopic(string topic) =>
        topic.Length > NewsAction.LongestTopic
            ? new CommandRefused($"The topic of a briefing has at most {NewsAction.LongestTopic} characters.")
        : ArticleTopic.IsTopic(topic) ? null
        : new CommandRefused($"'{topic}' has no word that could be looked up.");

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : Chat.Rendering.OneLine.Of(text);

    private static string? Short(string? text) => text is { Length: > 60 } ? text[..(char.IsLowSurrogate(text[60]) ? 59 : 60)] + "…" : text;
}
