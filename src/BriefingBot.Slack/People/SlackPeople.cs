using System.Collections.Concurrent;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Protocol.People;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.People;

/// <summary>
/// What Slack says of people: with every event their workspace, the rest when it is asked, kept for some minutes. Thread-safe.
/// </summary>
internal sealed class SlackPeople(SlackWebApi api, AwaitedIdentity self, TimeProvider clock)
{
    private const char Organization = 'E';
    private const int MostKept = 1000;
    private const int MostMet = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (User User, long At)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _teams = new(StringComparer.Ordinal);

    /// <summary>An event came from somebody.</summary>
    /// <param name="user">Who it was.</param>
    /// <param name="team">The workspace, as the event tells it; null when it does not.</param>
    public void Meet(string user, string? team)
    {
        if (string.IsNullOrEmpty(team))
        {
            return;
        }

        if (_teams.Count >= MostMet)
        {
            _teams.Clear();
        }

        _teams[user] = team;
    }

    /// <summary>The workspace, or the organization, that the last event of somebody named; null when none came since the start.</summary>
    public string? FindMetTeam(string user) => _teams.GetValueOrDefault(user);

    /// <summary>
    /// The workspace of somebody, to which a streamed message has to be addressed: in a shared channel it need not be the bot's.
    /// </summary>
    public async Task<string> FindTeamAsync(string user, CancellationToken cancellationToken)
    {
        // An event may name the organization in its place.
        if (FindMetTeam(user) is { } met && !met.StartsWith(Organization))
        {
            return met;
        }

        try
        {
            if ((await FindAsync(user, cancellationToken)).TeamId is { Length: > 0 } team)
            {
                return team;
            }
        }
        catch (SlackApiException)
        {
            // Nearly everybody is of the bot's own workspace, and a stream that is refused becomes a message.
        }

        return (await self.GetAsync(cancellationToken)).Team;
    }

    /// <summary>What Slack says of somebody.</summary>
    /// <exception cref="SlackApiException">Slack does not say who the person is.</exception>
    public async Task<User> FindAsync(string user, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(user, out var known) && clock.GetElapsedTime(known.At) < Lifetime)
        {
            return known.User;
        }

        var found = await api.GetUserAsync(user, cancellationToken);
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[user] = (found, clock.GetTimestamp());
        return found;
    }
}
