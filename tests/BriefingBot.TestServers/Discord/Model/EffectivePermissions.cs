namespace BriefingBot.TestServers.Discord.Model;

/// <summary>
/// Discord's published algorithm: roles joined, administrators all, then overwrites of everyone, of the roles, of the member.
/// </summary>
internal static class EffectivePermissions
{
    // Every bit up to 1 << 52.
    public const Permissions Everything = (Permissions)((1UL << 53) - 1);

    public static Permissions Of(FakeGuild guild, FakeMember member, FakeChannel? channel)
    {
        Permissions granted = member.Roles.Aggregate(guild.Everyone.Permissions, static (all, role) => all | role.Permissions);
        if (granted.HasFlag(Permissions.Administrator))
        {
            return Everything;
        }

        if (channel is null)
        {
            return granted;
        }

        granted = Apply(granted, channel.Overwrites.Where(overwrite => !overwrite.IsMember && overwrite.TargetId == guild.Id));
        granted = Apply(
            granted,
            channel.Overwrites.Where(overwrite => !overwrite.IsMember && member.Roles.Any(role => role.Id == overwrite.TargetId))
        );
        return Apply(granted, channel.Overwrites.Where(overwrite => overwrite.IsMember && overwrite.TargetId == member.User.Id));
    }

    private static Permissions Apply(Permissions granted, IEnumerable<PermissionOverwrite> overwrites)
    {
        Permissions allow = Permissions.None;
        Permissions deny = Permissions.None;
        foreach (PermissionOverwrite overwrite in overwrites)
        {
            allow |= overwrite.Allow;
            deny |= overwrite.Deny;
        }

        return (granted & ~deny) | allow;
    }
}
