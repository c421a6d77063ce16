using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BriefingBot.TestServers.Discord.Model.Messages;

/// <summary>Finds mentions in content and in the texts of components, and who of them gets a ping under allowed_mentions.</summary>
internal static partial class MentionReader
{
    /// <param name="state">Where users and roles are looked up.</param>
    /// <param name="message">Gets its mentions and pings.</param>
    /// <param name="allowed">allowed_mentions; null for the default.</param>
    /// <param name="isWebhook">The default of webhooks and interactions parses users only.</param>
    public static void Apply(DiscordState state, FakeMessage message, JsonObject? allowed, bool isWebhook = false)
    {
        bool parsesUsers = allowed is null || Parses(allowed, "users");
        bool parsesRoles = allowed is null ? !isWebhook : Parses(allowed, "roles");
        bool parsesEveryone = allowed is null ? !isWebhook : Parses(allowed, "everyone");
        List<FakeUser> users = [];
        List<FakeRole> roles = [];
        foreach (Match match in Mention.Matches(message.VisibleText))
        {
            ulong id = ulong.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture);
            if (match.Groups["role"].Success)
            {
                if (message.Channel.Guild?.FindRole(id) is { } role && (parsesRoles || Lists(allowed, "roles", id)))
                {
                    roles.Add(role);
                }
            }
            else if (state.Users.TryGetValue(id, out FakeUser? user) && (parsesUsers || Lists(allowed, "users", id)))
            {
                users.Add(user);
            }
        }

        if (message.Referenced is { } referenced && (allowed?["replied_user"]?.GetValue<bool>() ?? allowed is null))
        {
            users.Add(referenced.Author);
        }

        message.Mentions = [.. users.Distinct()];
        message.MentionRoles = [.. roles.Distinct()];
        message.MentionEveryone =
            parsesEveryone
            && Everyone.IsMatch(message.VisibleText)
            && message.Channel.PermissionsOf(message.Author).HasFlag(Permissions.MentionEveryone);
        message.Pings =
        [
            .. message.Mentions.Select(static user => $"user:{user.Id}"),
            .. message.MentionRoles.Select(static role => $"role:{role.Id}"),
            .. message.MentionEveryone ? ImmutableArray.Create("everyone") : [],
        ];
    }

    [GeneratedRegex(
        @"<@(?:(?<role>&)|!)?(?<id>\d{1,19})>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mention { get; }

    [GeneratedRegex("@(everyone|here)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Everyone { get; }

    private static bool Parses(JsonObject allowed, string what) =>
        allowed["parse"] is JsonArray parse && parse.Any(item => item?.GetValue<string>() == what);

    private static bool Lists(JsonObject? allowed, string what, ulong id) =>
        allowed?[what] is JsonArray ids && ids.Any(item => item?.ToString() == id.ToString());
}
