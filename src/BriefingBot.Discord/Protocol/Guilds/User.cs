namespace BriefingBot.Discord.Protocol.Guilds;

/// <summary>A user object, as far as it is read.</summary>
internal sealed record User
{
    public Snowflake Id { get; init; }

    public string Username
    {
        get;
        init => field = value ?? "";
    } = "";

    public string? GlobalName { get; init; }

    public bool Bot { get; init; }
}
