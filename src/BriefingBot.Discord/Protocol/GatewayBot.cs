namespace BriefingBot.Discord.Protocol;

/// <summary>Where the gateway is and how often a session may be started.</summary>
internal sealed record GatewayBot
{
    public string Url
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>How many shards Discord recommends.</summary>
    public int Shards { get; init; } = 1;

    public SessionStartLimit SessionStartLimit
    {
        get;
        init => field = value ?? new();
    } = new();
}
