using BriefingBot.Slack.Protocol;
using BriefingBot.Slack.Protocol.People;
using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack;

/// <summary>Looks at the bot from outside: tokens, scopes, how events come, membership. Changes nothing.</summary>
public sealed class SlackDiagnosis
{
    private const int NamedChannels = 10;
    private readonly SlackOptions _options;
    private readonly SlackWebApi _api;

    internal SlackDiagnosis(SlackOptions options, SlackWebApi api) => (_options, _api) = (options, api);

    /// <summary>Runs all checks; a bot token that is refused ends them.</summary>
    public async Task<IReadOnlyList<SlackFinding>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (!_options.IsEnabled)
        {
            return
            [
                new SlackFinding(
                    true,
                    "no bot token, so the bot does not run on Slack; set SLACK_BOT_TOKEN to change that; docs/slack.md says how."
                ),
            ];
        }

        AuthTest self;
        try
        {
            self = await _api.AuthTestAsync(cancellationToken);
        }
        catch (SlackApiException exception)
        {
            return
            [
                new SlackFinding(false, exception.Message, "Check the bot token and the network; docs/slack.md says where the token is."),
            ];
        }

        return
        [
            new SlackFinding(true, $"the bot token is that of @{self.User} in the workspace {self.Team}."),
            Scopes(self),
            await EventsAsync(cancellationToken),
            await MembershipAsync(self, cancellationToken),
        ];
    }

    private static SlackFinding Scopes(AuthTest self)
    {
        var missing = SlackScopes.MissingFrom(self.Scopes);
        return missing.Count == 0
            ? new SlackFinding(true, "all scopes are granted.")
            : new SlackFinding(
                false,
                $"the bot token lacks {string.Join(", ", missing)}.",
                "Add them at OAuth & Permissions > Scopes > Bot Token Scopes, or paste the manifest from docs/slack "
                    + "again, and reinstall the app."
            );
    }

    private async Task<SlackFinding> EventsAsync(CancellationToken cancellationToken)
    {
        if (_options.Mode == SlackMode.Http)
        {
            return new SlackFinding(
                true,
                "events arrive by signed HTTP; Slack shows at Event Subscriptions and at Interactivity & Shortcuts "
                    + "whether it reaches /slack/events and /slack/interactivity."
            );
        }

        try
        {
            await _api.OpenConnectionAsync(cancellationToken);
            return new SlackFinding(true, "the app-level token opens Socket Mode.");
        }
        catch (SlackApiException exception)
        {
            return new SlackFinding(
                false,
                $"Socket Mode cannot be opened: {exception.Message}",
                "Switch it on at Settings > Socket Mode, and check whether the app-level token belongs to this app and has "
                    + "the scope connections:write."
            );
        }
    }

    private async Task<SlackFinding> MembershipAsync(AuthTest self, CancellationToken cancellationToken)
    {
        try
        {
            var channels = await _api.GetOwnChannelsAsync(cancellationToken);
            return channels.Count == 0
                ? new SlackFinding(
                    false,
                    "the bot is in no channel, so it can only be asked by direct message.",
                    $"Invite it: write /invite @{self.User} in a channel."
                )
                : new SlackFinding(true, $"the bot is in {Name(channels)}; invite it to another with /invite @{self.User}.");
        }
        catch (SlackApiException exception)
        {
            return new SlackFinding(
                false,
                $"it could not be seen which channels the bot is in: {exception.Message}",
                $"Wherever it does not answer, write /invite @{self.User}."
            );
        }
    }

    private static string Name(IReadOnlyList<Channel> channels)
    {
        string named = string.Join(", ", channels.Take(NamedChannels).Select(static channel => $"#{channel.Name}"));
        return channels.Count > NamedChannels ? $"{named} and {channels.Count - NamedChannels} more" : named;
    }
}
