using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Protocol.People;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack.People;

/// <summary>
/// Who may ask: members of the workspace and colleagues of its Enterprise Grid, and guests and people of other organizations unless the
/// settings say otherwise. Thread-safe.
/// </summary>
internal sealed class AskingRights(SlackOptions options, SlackPeople people, AwaitedIdentity self)
{
    private const string MembersOfWorkspace =
        "Sorry, here I only answer people from my own workspace or organization. One of them can ask for you.";

    private const string NoGuests = "Sorry, here I only answer full members of the workspace. One of them can ask for you.";
    private readonly HashSet<string> _admins = new(options.AdminUserIds, StringComparer.Ordinal);

    /// <summary>The line for somebody who may not ask; null for everybody else.</summary>
    /// <exception cref="SlackApiException">Slack does not say who the person is, and the settings make it matter.</exception>
    public async Task<string?> FindRefusalAsync(string user, CancellationToken cancellationToken)
    {
        if (options is { ExternalPeople: AskingRule.Answer, Guests: AskingRule.Answer } || _admins.Contains(user))
        {
            return null;
        }

        var own = await self.GetAsync(cancellationToken);
        string? met = people.FindMetTeam(user);
        if (met is not null && (met == own.Team || met == own.Organization) && options.Guests == AskingRule.Answer)
        {
            return null;
        }

        if (met is not null && met != own.Team && own.Organization is null)
        {
            return OfExternal();
        }

        // Whether another workspace is one of the same organization, only Slack knows.
        var found = await people.FindAsync(user, cancellationToken);
        return IsExternal(found, met, own) ? OfExternal()
            : options.Guests == AskingRule.Refuse && (found.IsRestricted || found.IsUltraRestricted) ? NoGuests
            : null;
    }

    private static bool IsExternal(User found, string? met, BotIdentity own)
    {
        if (own.Organization is { } organization && (met == organization || found.EnterpriseUser?.EnterpriseId == organization))
        {
            return false;
        }

        return found.IsStranger || ((met ?? found.TeamId) is { } team && team != own.Team);
    }

    private string? OfExternal() => options.ExternalPeople == AskingRule.Refuse ? MembersOfWorkspace : null;
}
