using BriefingBot.Core.Briefings;

namespace BriefingBot.Core.Commands.Latest;

/// <summary><c>latest [topic] [count]</c>: the newest coverage. Thread-safe.</summary>
public sealed class LatestCommand(LatestBriefing briefing, CommandGuard guard)
{
    /// <summary>How many entries when nothing is said.</summary>
    public const int DefaultCount = 5;

    /// <summary>The most entries in a chat.</summary>
    public const int MaxCount = 10;

    /// <summary>Gives a <see cref="LatestResult"/>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="topic">Limits to articles about it; null or blank: all.</param>
    /// <param name="count">1 to <see cref="MaxCount"/>; null: <see cref="DefaultCount"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, string? topic, int? count, CancellationToken cancellationToken) =>
        RunAsync(call, topic, count, 0, cancellationToken);

    /// <summary>Gives the entries behind the first ones.</summary>
    /// <param name="call">The call.</param>
    /// <param name="topic">Limits to articles about it; null or blank: all.</param>
    /// <param name="count">1 to <see cref="MaxCount"/>; null: <see cref="DefaultCount"/>.</param>
    /// <param name="from">How many to pass over.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CommandResult> RunAsync(CommandCall call, string? topic, int? count, int from, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "latest",
            call,
            async settings =>
            {
                int entries = count ?? DefaultCount;
                if (entries is < 1 or > MaxCount)
                {
                    return new CommandRefused($"The count is {entries}; give a number from 1 to {MaxCount}.");
                }

                string? about = string.IsNullOrWhiteSpace(topic) ? null : topic.Trim();
                LatestRequest request = new()
                {
                    Topic = about,
                    Count = entries,
                    Offset = from,
                    Filter = ChannelScope.Of(settings),
                    Composer = call.Composer,
                };
                return new LatestResult(about, await briefing.ReadAsync(request, cancellationToken)) { From = from, Count = entries };
            },
            cancellationToken
        );
}
