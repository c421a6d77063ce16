namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>A server, as GUILD_CREATE and the list of own servers give it.</summary>
internal sealed record Guild
{
    public Snowflake Id { get; init; }

    public string? Name { get; init; }

    public bool Unavailable { get; init; }

    public IReadOnlyList<Channel> Channels
    {
        get;
        init => field = value.Present();
    } = [];

    public IReadOnlyList<Channel> Threads
    {
        get;
        init => field = value.Present();
    } = [];

    public IReadOnlyList<Role> Roles
    {
        get;
        init => field = value.Present();
    } = [];

    /// <summary>In the list of own servers only: what the bot may do, as decimal text.</summary>
    public string? Permissions { get; init; }
}
