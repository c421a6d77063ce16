using BriefingBot.Core.Briefings.Topics;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Stories;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Commands.Follow;

/// <summary>
/// <c>follow</c>, <c>unfollow</c>, <c>following</c>: of what a channel or a person is told at once. A channel's follows are for admins to
/// set, everybody sets their own in direct messages. Thread-safe.
/// </summary>
public sealed class FollowCommand(
    IFollowStore store,
    ICoverageStore coverage,
    CommandGuard guard,
    IOptions<SubscriptionOptions> options,
    IStoryStore? stories = null
)
{
    private const string Usage =
        "Write for example: follow topic floods, follow outlet Reuters, follow author Ann Lee, follow story ferry "
        + "aground, or follow quiet 22:00-07:00 Europe/Berlin.";
    private const string Changed =
        "What is followed here has changed since this alert. These are all of its articles that are still followed:";
    private const string Quiet = "quiet";
    private const string Off = "off";
    private const string All = "all";

    /// <summary>The kinds as they are typed.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetNames<FollowKind>().Select(static name => name.ToLowerInvariant())];

    /// <summary>Are these the words of <c>follow</c>? "follow up on the treaty" asks something.</summary>
    public static bool Knows(IReadOnlyList<string> words) =>
        words.Count <= 1 || words[0].Equals(Quiet, StringComparison.OrdinalIgnoreCase) || KindOf(words[0]) is not null;

    /// <summary>Runs what stands behind <c>follow</c>: a kind and its words, or <c>quiet</c> and hours, or <c>quiet off</c>.</summary>
    public Task<CommandResult> RunAsync(CommandCall call, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        string rest = string.Join(' ', words.Skip(1));
        return words.Count > 1 && words[0].Equals(Quiet, StringComparison.OrdinalIgnoreCase)
            ? QuietAsync(call, words[1], words.Count > 2 ? string.Join(' ', words.Skip(2)) : null, cancellationToken)
            : FollowAsync(call, words.Count == 0 ? "" : words[0], rest, cancellationToken);
    }

    /// <summary>Runs what stands behind <c>unfollow</c>: words, perhaps with their kind before them, or <c>all</c>.</summary>
    public Task<CommandResult> UnfollowAsync(CommandCall call, string? text, CancellationToken cancellationToken)
    {
        string[] words = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var kind = words.Length > 1 ? KindOf(words[0]) : null;
        string said = OneLine.Of(string.Join(' ', kind is null ? words : words[1..]));
        return ChangeAsync(
            call,
            $"unfollow {Short(said)}",
            async place =>
            {
                if (said.Length == 0)
                {
                    return new CommandRefused("Name what to unfollow, or write: unfollow all.");
                }

                int removed = await store.RemoveAsync(
                    place,
                    kind,
                    said.Equals(All, StringComparison.OrdinalIgnoreCase) ? null : said,
                    cancellationToken
                );
                return removed == 0
                    ? new CommandRefused($"'{said}' is not followed here; \"following\" shows what is.")
                    : await ResultAsync(place, $"Removed {removed}.", cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>Shows what the place follows in a <see cref="FollowingResult"/>.</summary>
    public Task<CommandResult> ShowAsync(CommandCall call, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "following",
            call,
            async () => await ResultAsync(SubscriptionPlace.Of(call.Address, call.User), null, cancellationToken),
            cancellationToken
        );

    /// <summary>Gives what is behind the first entries of an alert in an <see cref="AlertResult"/>.</summary>
    public Task<CommandResult> MoreAsync(CommandCall call, AlertAction action, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "more",
            call,
            async settings =>
            {
                var place = SubscriptionPlace.Of(call.Address, call.User);
                var interests = (await store.FindAsync(place, cancellationToken))?.Interests ?? [];
                var found = await new FollowMatcher(coverage, stories).FindAsync(
                    interests,
                    action.Window,
                    place.IsPerson ? null : ChannelScope.Of(settings).Collections,
                    cancellationToken
                );
                string mark = AlertAction.MarkOf(interests, action.Window);
                bool isSame = mark == action.Mark;
                var rest = isSame ? action with { Mark = mark } : action with { Mark = mark, From = 0 };
                return new AlertResult(isSame ? null : Changed, rest, [.. found.Skip(rest.From)], options.Value.AlertLines);
            },
            cancellationToken
        );

    /// <summary>Follows something.</summary>
    /// <param name="call">The call.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="words">The topic, or the name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> FollowAsync(CommandCall call, string kind, string? words, CancellationToken cancellationToken)
    {
        string said = OneLine.Of(words ?? "");
        return ChangeAsync(
            call,
            $"follow {Short(kind)} {Short(said)}",
            async place =>
            {
                if (KindOf(kind) is not { } known || said.Length == 0)
                {
                    return new CommandRefused($"That does not say what to follow. {Usage}");
                }

                if (known == FollowKind.Story)
                {
                    if (await FindStoryAsync(call, said, cancellationToken) is not { } story)
                    {
                        return new CommandRefused($"The coverage has no story about '{Short(said)}'; nothing was changed.");
                    }

                    said = story;
                }

                if (said.Length > Interest.Longest || (known == FollowKind.Topic && !ArticleTopic.IsTopic(said)))
                {
                    return new CommandRefused(
                        said.Length > Interest.Longest
                            ? $"What is followed has at most {Interest.Longest} characters."
                            : $"'{said}' has no word that could be looked up."
                    );
                }

                Interest interest = new(known, said, await coverage.GetLastArrivalAsync(null, cancellationToken), call.User.Id);
                return await store.AddAsync(place, interest, options.Value.MaxFollows, cancellationToken) switch
                {
                    FollowOutcome.Full => new CommandRefused(
                        $"{options.Value.MaxFollows} things are already followed here; unfollow one first."
                    ),
                    FollowOutcome.Known => await ResultAsync(place, $"{interest} was already followed.", cancellationToken),
                    _ => await ResultAsync(place, $"New articles will be announced from now on: {interest}.", cancellationToken),
                };
            },
            cancellationToken
        );
    }

    /// <summary>Sets the hours in which alerts wait, or <c>off</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="hours"><c>22:00-07:00</c>.</param>
    /// <param name="zone">The time zone; null: the configured one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> QuietAsync(CommandCall call, string? hours, string? zone, CancellationToken cancellationToken) =>
        ChangeAsync(
            call,
            $"follow quiet {Short(hours)} {Short(zone)}".TrimEnd(),
            async place =>
            {
                if (string.Equals(hours?.Trim(), Off, StringComparison.OrdinalIgnoreCase))
                {
                    await store.SetQuietAsync(place, null, call.User.Id, cancellationToken);
                    return await ResultAsync(place, "Alerts can come at any hour.", cancellationToken);
                }

                string meant = string.IsNullOrWhiteSpace(zone) ? options.Value.TimeZone : zone;
                if (!TimeZoneNames.TryFind(meant, out _))
                {
                    return new CommandRefused(
                        $"'{Short(meant)}' is not a time zone that I know. Write its IANA name, for example Europe/Berlin."
                    );
                }

                if (!QuietHours.TryRead(hours, meant, out var quiet))
                {
                    return new CommandRefused($"'{Short(hours)}' is not a span of hours. Write for example: 22:00-07:00.");
                }

                await store.SetQuietAsync(place, quiet, call.User.Id, cancellationToken);
                return await ResultAsync(place, $"Alerts are held back from {quiet}; then they come in one message.", cancellationToken);
            },
            cancellationToken
        );

    private Task<CommandResult> ChangeAsync(
        CommandCall call,
        string action,
        Func<SubscriptionPlace, Task<CommandResult>> change,
        CancellationToken cancellationToken
    )
    {
        var place = SubscriptionPlace.Of(call.Address, call.User);
        return place.IsPerson
            ? guard.RunAsync("follow", call, () => change(place), cancellationToken)
            : guard.RunAsAdminAsync(
                action,
                call,
                async () =>
                {
                    var result = await guard.RunAsync("follow", call, () => change(place), cancellationToken);
                    return (result, result is CommandRefused refused ? $"refused: {refused.Reason}" : "set");
                },
                cancellationToken
            );
    }

    /// <summary>The story by its name (<c>s12</c>), or that of the newest article about the words: its name and a headline.</summary>
    private async Task<string?> FindStoryAsync(CommandCall call, string said, CancellationToken cancellationToken)
    {
        if (stories is null)
        {
            return null;
        }

        if (!StoryId.TryParse(said, out var id))
        {
            var today = DateOnly.FromDateTime(call.Called.AddHours(14).UtcDateTime);
            var about = await new TopicSearch(coverage)
                .FindAsync(TopicWord.Read(said), CoverageFilter.None, today, cancellationToken)
                .FirstOrDefaultAsync(cancellationToken);
            if (about is null || !(await stories.FindStoriesAsync([about.Id], cancellationToken)).TryGetValue(about.Id, out id))
            {
                return null;
            }
        }

        if (await stories.FindAsync(id, cancellationToken) is not { } story)
        {
            return null;
        }

        string name = $"{story.Id} {OneLine.Of(ArticleTitle.Of(story.Reports[0].Article))}";
        return name.Length <= Interest.Longest ? name : name[..(Interest.Longest - (char.IsLowSurrogate(name[Interest.Longest]) ? 1 : 0))];
    }

    private async Task<CommandResult> ResultAsync(SubscriptionPlace place, string? done, CancellationToken cancellationToken) =>
        new FollowingResult(place, await store.FindAsync(place, cancellationToken), done);

    private static FollowKind? KindOf(string word) =>
        Enum.TryParse<FollowKind>(word, ignoreCase: true, out var kind) && char.IsAsciiLetter(word[0]) ? kind : null;

    private static string Short(string? text) =>
        text is { Length: > 60 } ? text[..(char.IsLowSurrogate(text[60]) ? 59 : 60)] + "…" : text ?? "";
}
