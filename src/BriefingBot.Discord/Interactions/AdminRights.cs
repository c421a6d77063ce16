using BriefingBot.Discord.Protocol.Guilds;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Who may use the admin commands: those who may manage the server, and the members of configured roles. Discord's own check may have been
/// widened by hand, so it is done again.
/// </summary>
internal sealed class AdminRights(DiscordOptions options)
{
    private readonly HashSet<Snowflake> _roles = [.. options.AdminRoleIds.Select(Snowflake.Parse)];

    /// <summary>Nobody is an admin in direct messages: rights are a server's.</summary>
    public bool Has(Member? member) =>
        member is not null
        && (
            (Permissions.Parse(member.Permissions) & (Permissions.Administrator | Permissions.ManageGuild)) != 0
            || member.Roles.Any(_roles.Contains)
        );
}
