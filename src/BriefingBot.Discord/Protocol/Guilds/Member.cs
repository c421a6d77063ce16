namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>A guild member object, as far as it is read.</summary>
internal sealed record Member
{
    public User? User { get; init; }

    public IReadOnlyList<Snowflake> Roles
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The bit set of what the member may do in the channel, as decimal text; in interactions only.</summary>
    public string? Permissions { get; init; }
}
