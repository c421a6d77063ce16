namespace BriefingBot.Discord.Gateway.Payloads;

/// <summary>What people see beside the bot's name.</summary>
internal sealed record Presence
{
    public const string Online = "online";

    /// <summary>Written as null: the bot is not idle.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)]
    public long? Since { get; init; }

    public IReadOnlyList<Activity> Activities { get; init; } = [];

    public string Status { get; init; } = Online;

    public bool Afk { get; init; }

    /// <summary>Online with a line of text.</summary>
    public static Presence WithText(string text) => new() { Activities = [new Activity { State = text }] };
}
