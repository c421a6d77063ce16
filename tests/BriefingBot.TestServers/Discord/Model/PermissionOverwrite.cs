namespace BriefingBot.TestServers.Discord.Model;

/// <summary>A channel's exception for a role (the everyone role has the guild's id) or a member.</summary>
public sealed record PermissionOverwrite(ulong TargetId, bool IsMember, Permissions Allow, Permissions Deny);
