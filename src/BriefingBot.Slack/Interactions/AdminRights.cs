using BriefingBot.Slack.Messages;
using BriefingBot.Slack.People;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.Interactions;

/// <summary>Who may use the admin commands: admins and owners of the workspace, and configured users. Thread-safe.</summary>
internal sealed class AdminRights(SlackOptions options, SlackPeople people, AwaitedIdentity self)
{
    private readonly HashSet<string> _configured = new(options.AdminUserIds, StringComparer.Ordinal);

    /// <summary>The person may use them.</summary>
    /// <exception cref="SlackApiException">Slack does not say who the person is.</exception>
    public async Task<bool> HasAsync(string user, CancellationToken cancellationToken)
    {
        if (_configured.Contains(user))
        {
            return true;
        }

        var found = await people.FindAsync(user, cancellationToken);
        var identity = await self.GetAsync(cancellationToken);
        // An admin of another workspace, met in a shared channel, is none here.
        return found is { Deleted: false, IsBot: false, IsStranger: false }
            && (found.TeamId is null || found.TeamId == identity.Team)
            && (found.IsAdmin || found.IsOwner || found.IsPrimaryOwner);
    }
}
