using System.Collections.Concurrent;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Interactions;

/// <summary>Who may use the admin commands: admins and owners of the workspace, and configured users. What Slack says is kept for some minutes. Thread-safe.</summary>
internal sealed class AdminRights(SlackOptions options, SlackWebApi api, BotSelf self, TimeProvider clock)
{
    private const int MostKept = 1000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly HashSet<string> _configured = new(options.AdminUserIds, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (bool IsAdmin, long At)> _known = new(StringComparer.Ordinal);

    /// <summary>The person may use them.</summary>
    /// <exception cref="SlackApiException">Slack does not say who the person is.</exception>
    public async Task<bool> HasAsync(string user, CancellationToken cancellationToken)
    {
        if (_configured.Contains(user))
        {
            return true;
        }

        if (_known.TryGetValue(user, out var known) && clock.GetElapsedTime(known.At) < Lifetime)
        {
            return known.IsAdmin;
        }

        var found = await api.GetUserAsync(user, cancellationToken);
        var identity = await self.GetAsync(cancellationToken);
        // An admin of another workspace, met in a shared channel, is none here.
        bool isAdmin = found is { Deleted: false, IsBot: false } && (found.TeamId is null || found.TeamId == identity.Team) && (found.IsAdmin || found.IsOwner || found.IsPrimaryOwner);
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[user] = (isAdmin, clock.GetTimestamp());
        return isAdmin;
    }
}
