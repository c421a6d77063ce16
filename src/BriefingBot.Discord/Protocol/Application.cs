namespace BriefingBot.Discord.Protocol;

/// <summary>The bot's application.</summary>
internal sealed record Application
{
    public Snowflake Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Public flags; which privileged intents are on can be read from them.</summary>
    public long Flags { get; init; }
}
