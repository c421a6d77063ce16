using System.Globalization;
using BriefingBot.Discord.Protocol;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Discord;

/// <summary>Looks at the bot from outside: token, intents, sessions, servers, permissions. Changes nothing.</summary>
public sealed class DiscordDiagnosis
{
    private readonly DiscordOptions _options;
    private readonly DiscordRestClient _rest;

    internal DiscordDiagnosis(DiscordOptions options, DiscordRestClient rest) => (_options, _rest) = (options, rest);

    /// <summary>The address that invites a bot with exactly the permissions that it needs.</summary>
    /// <param name="application">The application's id.</param>
    public static string Invitation(Snowflake application) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands"
                + $"&permissions={Permissions.Invitation}"
        );

    /// <summary>Runs all checks; the first that fails for good ends them.</summary>
    public async Task<IReadOnlyList<DiscordFinding>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (!_options.IsEnabled)
        {
            return
            [
                new DiscordFinding(
                    true,
                    "no token, so the bot does not run on Discord; set DISCORD_TOKEN to change that; docs/discord.md says how."
                ),
            ];
        }

        List<DiscordFinding> findings = [];
        try
        {
            var self = await _rest.GetSelfAsync(cancellationToken);
            var application = await _rest.GetApplicationAsync(cancellationToken);
            findings.Add(new DiscordFinding(true, $"the token is that of {self.Username} (application {application.Id})."));
            findings.Add(Intents(application));
            findings.Add(Sessions(await _rest.GetGatewayAsync(cancellationToken)));
            findings.AddRange(Servers(await _rest.GetGuildsAsync(cancellationToken), application));
        }
        catch (DiscordApiException exception)
        {
            findings.Add(
                new DiscordFinding(false, exception.Message, "Check the token and the network; docs/discord.md says where the token is.")
            );
        }

        return findings;
    }

    private DiscordFinding Intents(Application application)
    {
        bool granted = (application.Flags & (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)) != 0;
        return (_options.MessageContent, granted) switch
        {
            (false, _) => new DiscordFinding(true, "no privileged intent is asked for; questions in threads need a mention."),
            (true, true) => new DiscordFinding(true, "the Message Content Intent is granted."),
            (true, false) => new DiscordFinding(
                false,
                "Discord:MessageContent is on, but Discord does not grant it.",
                "Turn on Bot > Privileged Gateway Intents > Message Content Intent in the Developer Portal, or set "
                    + "Discord:MessageContent to false."
            ),
        };
    }

    private static DiscordFinding Sessions(GatewayBot gateway)
    {
        var limit = gateway.SessionStartLimit;
        string detail = $"{limit.Remaining} of {limit.Total} session starts are left today; {gateway.Shards} shard(s) recommended.";
        return limit.Remaining > limit.Total / 10
            ? new DiscordFinding(true, detail)
            : new DiscordFinding(
                false,
                detail,
                "Something keeps starting sessions: look for a second bot with this token, or a bot that restarts in a loop."
            );
    }

    private static IEnumerable<DiscordFinding> Servers(IReadOnlyList<Guild> servers, Application application)
    {
        string invitation = Invitation(application.Id);
        if (servers.Count == 0)
        {
            yield return new DiscordFinding(false, "the bot is in no server.", $"Invite it: {invitation}");
        }

        foreach (var server in servers)
        {
            var missing = Permissions.MissingFrom(Permissions.Parse(server.Permissions));
            yield return missing.Count == 0
                ? new DiscordFinding(true, $"{server.Name}: all permissions are granted.")
                : new DiscordFinding(
                    false,
                    $"{server.Name}: the bot lacks {string.Join(", ", missing)}.",
                    $"Grant them to its role, or invite it again: {invitation}"
                );
        }

        if (servers.Count > 0)
        {
            yield return new DiscordFinding(true, $"to invite it to another server: {invitation}");
        }
    }
}
